/** One reason; the weight of a trained feature is apart, null where a rule speaks. */
interface Reason {
  readonly words: string;
  readonly weight: string | null;
}

/** A weight ends the reason behind two spaces: `word before: "said"  +2.1`. */
const WEIGHT = /^[+−-]\d{1,6}(?:\.\d{1,6})?$/;

/** Each reason once, in the order given. */
export const reasonsOf = (why: readonly string[]): readonly Reason[] =>
  [...new Set(why)].map((reason): Reason => {
    const gap = reason.lastIndexOf('  ');
    const weight = gap < 1 ? '' : reason.slice(gap).trim();
    if (!WEIGHT.test(weight)) return { words: reason, weight: null };
    return { words: reason.slice(0, gap).trimEnd(), weight: weight.replace('-', '−') };
  });

/** "llm:qwen3:8b@9ac0…" → "qwen3:8b@9ac0…": that it is a language model is said in words. */
export const modelName = (proposer: string): string => proposer.slice(proposer.indexOf(':') + 1);
