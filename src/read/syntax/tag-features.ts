import type { FeatureList } from '../model/feature-list.ts';
import { PAD, type Frame } from './frame.ts';

/** The features of the tag of token `at`: words around it, and the tags chosen on its left. */
export function tagFeatures(frame: Frame, at: number, into: FeatureList): void {
  const { lower, exact, prefix3, suffix2, suffix3, shape, wordClass, entry, tags } = frame;
  const i = at + PAD;
  const word = lower[i] ?? 0;
  const [before, after] = [lower[i - 1] ?? 0, lower[i + 1] ?? 0];
  const [kind, kindBefore, kindAfter] = [wordClass[i] ?? 0, wordClass[i - 1] ?? 0, wordClass[i + 1] ?? 0];
  const [known, knownAfter] = [entry[i] ?? 0, entry[i + 1] ?? 0];
  const [form, formAfter] = [shape[i] ?? 0, shape[i + 1] ?? 0];
  const end = suffix3[i] ?? 0;
  const [last, older] = [tags[i - 1] ?? 0, tags[i - 2] ?? 0];
  into.clear();
  into.add(0, word);
  into.add(1, exact[i] ?? 0, form);
  into.add(2, before);
  into.add(3, after);
  into.add(4, lower[i - 2] ?? 0);
  into.add(5, lower[i + 2] ?? 0);
  into.add(6, before, word);
  into.add(7, word, after);
  into.add(8, prefix3[i] ?? 0);
  into.add(9, suffix2[i] ?? 0, form);
  into.add(10, end);
  into.add(11, end, form);
  into.add(12, form, shape[i - 1] ?? 0, formAfter);
  into.add(13, kind, form);
  into.add(14, kindBefore, kind);
  into.add(15, kind, kindAfter);
  into.add(16, kindAfter, wordClass[i + 2] ?? 0);
  into.add(17, known, knownAfter, form);
  into.add(18, known, knownAfter, entry[i + 2] ?? 0);
  into.add(19, suffix3[i + 1] ?? 0, known);
  into.add(20, suffix3[i - 1] ?? 0);
  into.add(21, last, known, form);
  into.add(22, last, older, known);
  into.add(23, last, word);
  into.add(24, last, knownAfter, known);
  into.add(25, last, kind, kindAfter);
  into.add(26, last, older, kind);
  into.add(27, last, end, form);
  into.add(28, last, older, word);
  into.add(29, last, word, after);
}
