import type { ChainLinkView } from '../../http/api-types.ts';
import type { WordsView } from '../../http/api-register.ts';
import { Chain, originOf } from './chain.tsx';
import { hueClass } from './hue.ts';
import { WordsLink } from './words-link.tsx';
import './words-quote.css';

interface WordsQuoteProps {
  readonly words: WordsView;
  /** Who they came through: gives the quote its hue and its last line. Left out: the name of the source alone. */
  readonly chain?: readonly ChainLinkView[];
  readonly hue?: string | undefined;
}

/** Words of a source in the serif of the paper, the attesting ones strong, a little on either side, one click from the text. */
export function WordsQuote({ words, chain, hue }: WordsQuoteProps) {
  return (
    <figure className={`words ${hue ?? hueClass(originOf(chain ?? []))}`}>
      <blockquote>
        <WordsLink text={words.text} span={words.span}>
          {words.before}
          <b>{words.span.text}</b>
          {words.after}
        </WordsLink>
      </blockquote>
      <figcaption>
        {chain === undefined ? words.sourceName : <Chain links={chain} end={words.sourceName} hue={hue} />}
      </figcaption>
    </figure>
  );
}
