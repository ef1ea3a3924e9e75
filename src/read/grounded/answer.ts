import { z } from 'zod';
import { ABOUTS, MODALITIES, STANDINGS, UNITS, VIOLATIONS } from '../../domain/vocabulary.ts';

/** Words copied from the text, and a few of the words right before them, which settle where they stand. */
const quote = z.object({ words: z.string(), before: z.string() });
export type Quote = z.infer<typeof quote>;

const statement = z.object({
  words: quote,
  cue: quote.nullable(),
  saidBy: quote.nullable(),
  via: z.array(quote),
});
const figure = z.object({
  words: quote,
  numbers: z.array(z.number()),
  of: quote.nullable(),
  about: z.enum(ABOUTS),
  unit: z.enum(UNITS),
  standing: z.enum(STANDINGS),
  place: quote.nullable(),
  saidBy: quote.nullable(),
});
const act = z.object({
  words: quote,
  violation: z.enum(VIOLATIONS),
  modality: z.enum(MODALITIES),
  victims: z.array(quote),
  perpetrators: z.array(quote),
  means: z.array(quote),
  place: quote.nullable(),
  time: quote.nullable(),
  saidBy: quote.nullable(),
});

const ITEM = { statement, figure, act } as const;
export type Kind = keyof typeof ITEM;
export type Item<Of extends Kind> = z.infer<(typeof ITEM)[Of]>;

const whole = z.object({ statements: z.array(statement), figures: z.array(figure), acts: z.array(act) });

const { $schema: _, ...form } = z.toJSONSchema(whole);
/** The form of an answer, as a server that follows JSON Schema is told it. */
export const ANSWER_SCHEMA: object = form;

const LISTS = { statement: 'statements', figure: 'figures', act: 'acts' } as const satisfies Record<Kind, string>;

/** An answer item by item: `null` stands for one that has not the form. */
export type Answer = { readonly [Of in Kind]: readonly (Item<Of> | null)[] };

/** What a model answered; null where it is no answer at all. An item with a fault does not take the others along. */
export function answerOf(content: string): Answer | null {
  const parsed = objectIn(content);
  if (parsed === null) return null;
  const items = <Of extends Kind>(kind: Of): (Item<Of> | null)[] => {
    const list = parsed[LISTS[kind]];
    return Array.isArray(list) ? list.map((item: unknown) => itemOf(kind, item)) : [];
  };
  return { statement: items('statement'), figure: items('figure'), act: items('act') };
}

function itemOf<Of extends Kind>(kind: Of, item: unknown): Item<Of> | null {
  const read = ITEM[kind].safeParse(item);
  return read.success ? (read.data as Item<Of>) : null;
}

/** Servers that do not follow the form put the object between other words; an answer that was cut off keeps its whole items. */
function objectIn(content: string): Readonly<Record<string, unknown>> | null {
  const from = content.indexOf('{');
  if (from < 0) return null;
  const to = content.lastIndexOf('}') + 1;
  return jsonObject(content.slice(from, to)) ?? jsonObject(`${content.slice(from, endOfItems(content, from))}]}`);
}

function jsonObject(json: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null ? { ...value } : null;
  } catch {
    return null;
  }
}

/** Object, list, item: a bracket that leads back into a list ends an item of it. */
const IN_LIST = 2;

/** Behind the last item that is whole, in a text that begins as an answer at `from`. */
function endOfItems(content: string, from: number): number {
  let [depth, end, quoted] = [0, from, false];
  for (let at = from; at < content.length; at += 1) {
    const sign = content[at];
    if (quoted && sign === '\\') at += 1;
    else if (sign === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (sign === '{' || sign === '[') depth += 1;
    else if (sign === '}' || sign === ']') {
      depth -= 1;
      if (depth === IN_LIST) end = at + 1;
    }
  }
  return end;
}
