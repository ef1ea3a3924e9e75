import { codeWord, t } from '../../words.ts';

/** What happened to those who are counted, in a word. */
export const aboutWord = (about: string): string => (about === 'other' ? t('figures.unsaid') : codeWord('code', about));
