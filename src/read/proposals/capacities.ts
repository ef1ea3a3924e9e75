import type { ReadAct, Reading } from '../../domain/reading.ts';
import type { Capacity } from '../../domain/sensitivity.ts';
import type { Span } from '../../domain/span.ts';
import type { Violation } from '../../domain/vocabulary.ts';
import { languageData } from '../language-data.ts';
import { tokensOf } from '../text/tokens.ts';

interface Noted {
  readonly span: Span;
  readonly capacity: Capacity;
}

/** In what quality a victim of each kind of act stands; a legal step makes an accused of him. */
const VICTIM_OF: Readonly<Partial<Record<Violation, Capacity>>> = {
  'sexual-violence': 'victim-of-sexual-violence',
  conviction: 'accused',
  arrest: 'accused',
};

const MINOR = /\b(?:child|boy|girl|schoolgirl|schoolboy|minor|infant|baby|teenager|pupil|(?:[1-9]|1[0-7])-year-old)\b/i;
const NEARBY = 60;

/** In what quality the text names each person: as a victim, an accused, an official by an office beside the name (SPEC E30). */
export function capacitiesOf(reading: Reading, text: string): Noted[] {
  return [...reading.acts.flatMap((act) => ofAct(act, text)), ...officials(reading, text)];
}

function ofAct(act: ReadAct, text: string): Noted[] {
  return act.victims.map((span) => {
    const around = text.slice(Math.max(0, span.start - NEARBY), span.end + NEARBY);
    return {
      span,
      capacity: MINOR.test(span.text) || isAgeOf(span, around) ? 'minor' : (VICTIM_OF[act.violation] ?? 'victim'),
    };
  });
}

/** "Emil, 15," tells an age beside the name. */
function isAgeOf(span: Span, around: string): boolean {
  const behind = around.slice(around.indexOf(span.text) + span.text.length);
  return /^,? (?:aged )?(?:[1-9]|1[0-7])(?:,|\)| years? old)/.test(behind);
}

/** An office that touches a name makes its bearer an official: "minister Orlan Veth", "Orlan Veth, the minister". A lawyer has none. */
function officials({ mentions, language }: Reading, text: string): Noted[] {
  const offices = new Set(languageData(language, 'nouns').words('offices'));
  const found: Noted[] = [];
  mentions.forEach((mention, at) => {
    if (mention.kind !== 'role' || !holdsOffice(mention.span.text, offices)) return;
    const [before, after] = [mentions[at - 1], mentions[at + 1]];
    if (after?.kind === 'person' && BEFORE_NAME.test(text.slice(mention.span.end, after.span.start))) {
      found.push({ span: after.span, capacity: 'official' });
    }
    if (before?.kind === 'person' && BEHIND_NAME.test(text.slice(before.span.end, mention.span.start))) {
      found.push({ span: before.span, capacity: 'official' });
    }
  });
  return found;
}

/** What may stand between an office and the name of who holds it: nothing that ends a sentence. */
const BEFORE_NAME = /^\s{0,2}$/;
const BEHIND_NAME = /^,\s(?:the\s|a\s|an\s)?$/;

/** "former prime minister of Velmara": the office is at the head of the words. */
function holdsOffice(words: string, offices: ReadonlySet<string>): boolean {
  const head = tokensOf(words.split(/\s(?:of|for|from|in)\s/u)[0] ?? words).map(({ lower }) => lower);
  return head.some((_, at) => offices.has(head.slice(at).join(' ')));
}
