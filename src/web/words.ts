import { i18n } from '@lingui/core';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import { codeWords } from '../domain/vocabulary.ts';
import en from './words/en.json' with { type: 'json' };

/** A key of the catalogue; a word that is not there does not compile. */
export type Word = keyof typeof en;

i18n.setMessagesCompiler(compileMessage);
i18n.load('en', en);
i18n.activate('en');

/** The page's words (ICU MessageFormat): `t('nav.wait', { n: 3 })`. */
export const t = (key: Word, values?: Readonly<Record<string, string | number>>): string => i18n._(key, { ...values });

const isWord = (key: string): key is Word => Object.hasOwn(en, key);

/** The word for a code of an open list (`field.victim`), or the code itself in plain letters where the catalogue has none. */
export function codeWord(family: 'field' | 'kind' | 'code' | 'deed', code: string): string {
  const key = `${family}.${code}`;
  return isWord(key) ? t(key) : codeWords(code);
}
