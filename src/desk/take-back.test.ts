import { expect, test } from 'vitest';
import { recordById } from '../storage/questions/records.ts';
import { accept, takeBackDeed } from './decide.ts';
import type { OpenCase } from './open-case.ts';
import { proposalsOf, READER, smallCase, valueOf } from './small-case.case.ts';

const TEXT = 'Selm, 12 March 2023\n\nEmil Dornev was tortured by Captain Orm Vasker in Karsel.\n';

/** A person accepted by a deed of its own, and an act of which that person is the victim. */
async function personAndAct(c: OpenCase) {
  const proposals = await proposalsOf(c);
  const person = proposals.find(({ kind, summary }) => kind === 'person' && summary.includes('Dornev'));
  const act = proposals.find(({ kind }) => kind === 'act');
  if (person === undefined || act === undefined) throw new Error('the text is read otherwise');
  return { person: valueOf(await accept(c, READER, person.id, [])), act: valueOf(await accept(c, READER, act.id, [])) };
}

const victimOf = async (c: OpenCase, act: string) =>
  (await recordById(c.database.db, c.secrets, act))?.state.claims.find(({ claim }) => claim.field === 'victim');

test('D6 an act whose victim was taken back asks for work, until the take-back is taken back', async () => {
  const c = await smallCase({ 'a.txt': TEXT });
  const { person, act } = await personAndAct(c);
  expect((await victimOf(c, act.record ?? ''))?.unsettled).toBeNull();
  const back = valueOf(await takeBackDeed(c, READER, { deed: person.deed.id, reason: 'another man' }));
  expect((await victimOf(c, act.record ?? ''))?.unsettled).toContain('taken back');
  const rest = await recordById(c.database.db, c.secrets, person.record ?? '');
  expect(rest?.state.unsettled).toContain('others still rest on it');
  const again = valueOf(await takeBackDeed(c, READER, { deed: back.deed.id, reason: 'the same man after all' }));
  expect((await victimOf(c, act.record ?? ''))?.unsettled).toBeNull();
  valueOf(await takeBackDeed(c, READER, { deed: again.deed.id, reason: 'no' }));
  expect((await victimOf(c, act.record ?? ''))?.unsettled).toContain('taken back');
});
