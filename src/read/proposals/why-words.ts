/** What each rule saw, in the words of somebody who reads reports; a trained pass gives its reasons as words already. */
const RULE_WORDS: Readonly<Record<string, string>> = {
  'said/carried-over': 'quoted words that go on from the voice before',
  'said/name-colon': 'a name and a colon, then the words',
  'said/quoted-heading': 'quoted words that stand alone',
  'said/en/about-this': 'a sentence on what was quoted before it',
  'said/en/according-to-between': '“according to” between the words',
  'said/en/according-to-first': '“according to” and who says it, then the words',
  'said/en/according-to-last': 'the words, then “according to” and who says it',
  'said/en/clause-cue-subject': 'a clause, then the verb and who says it',
  'said/en/clause-subject-cue': 'a clause, then who says it and the verb',
  'said/en/cue-name-quote': 'a verb and a name, then quoted words',
  'said/en/in-work': 'a work that says it',
  'said/en/noun-that': 'a noun of saying, then “that”',
  'said/en/passive-that': 'it is said, by whom is open, then “that”',
  'said/en/passive-to': 'somebody is said to, by whom is open',
  'said/en/quote-cue-subject': 'quoted words, then the verb and who says them',
  'said/en/quote-subject-cue': 'quoted words, then who says them and the verb',
  'said/en/reportedly': 'a word of hearsay that names nobody',
  'said/en/subject-before': 'quoted words after a sentence about who speaks',
  'said/en/subject-cue-clause': 'who says it and the verb, then a clause',
  'said/en/subject-cue-object': 'who says it and the verb, then what it is about',
  'said/en/subject-cue-quote': 'who says it and the verb, then quoted words',
  'said/en/subject-cue-question': 'who says it and the verb, then a question',
  'said/en/subject-cue-that': 'who says it and the verb, then “that”',
  'said/en/subject-cue-for': 'who says it and the verb, then “for”',
  'said/en/subject-cue-to': 'who says it and the verb, then “to”',
  'work/definite': 'a work named as one that is known',
  'work/identifier': 'a work with its number or name',
  'work/told': 'a work that is said to tell something',
};

/** A reason as people read it: the name of a rule in words, anything else as it is. */
export const whyWords = (why: string): string => RULE_WORDS[why] ?? why;
