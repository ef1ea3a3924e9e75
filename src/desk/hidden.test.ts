import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fold } from '../kit/fold.ts';
import { accept, mark } from './decide.ts';
import { recordHand } from './by-hand.ts';
import { judge } from './judge.ts';
import type { OpenCase } from './open-case.ts';
import { exportTo } from './release.ts';
import { proposalsOf, READER, REPORT, smallCase, valueOf } from './small-case.case.ts';

const NOTE = 'A man called Emin Darnayev, of Karsel, was beaten there, the lawyer Runa Elvik said.\n';

async function exported(c: OpenCase, name: string, audience: 'team' | 'public'): Promise<string> {
  const path = join(c.folder, '..', name);
  valueOf(await exportTo(c, path, { format: 'jsonl', audience, actor: READER }));
  return readFileSync(path, 'utf8');
}

test('R3 who is protected is hidden from the team too, under every name of everybody judged the same', async () => {
  const c = await smallCase({ 'report.txt': REPORT, 'note.txt': NOTE });
  const proposals = await proposalsOf(c);
  const act = proposals.find(({ kind, summary }) => kind === 'act' && summary.includes('Emil Dornev'));
  const { deed } = valueOf(await accept(c, READER, act?.id ?? '', []));
  const victim =
    deed.payload.kind === 'accept' ? deed.payload.claims.find(({ field }) => field === 'victim') : undefined;
  const person = victim?.value.kind === 'record' ? victim.value.record : '';
  const note = proposals.find(({ anchors }) => NOTE.includes(anchors[0].text) && !REPORT.includes(anchors[0].text));
  const at = NOTE.indexOf('Emin Darnayev');
  const name = {
    field: 'name',
    value: { kind: 'text' as const, text: 'Emin Darnayev' },
    words: [{ start: at, end: at + 13 }],
  };
  const other = valueOf(
    await recordHand(c, READER, { kind: 'person', record: null, text: note?.text ?? '', fields: [name], saidBy: null }),
  );
  const open = fold(await exported(c, 'open.jsonl', 'team'));
  expect([open.includes('dornev'), open.includes('darnayev')]).toEqual([true, true]);
  valueOf(
    await judge(c, READER, {
      of: 'person',
      a: person,
      b: other.record ?? '',
      judgement: 'same',
      reason: 'his mother says so',
    }),
  );
  valueOf(await mark(c, READER, { person, sensitivity: 'protected', reason: 'asked for it' }));
  for (const audience of ['team', 'public'] as const) {
    const out = await exported(c, `${audience}.jsonl`, audience);
    for (const hidden of ['dornev', 'darnayev']) expect(fold(out)).not.toContain(hidden);
    const pseudonyms = new Set([...out.matchAll(/"value":"(P-[A-Z2-7]{6})"/g)].map((found) => found[1]));
    expect(pseudonyms.size).toBe(audience === 'team' ? 1 : 2);
  }
  expect(await exported(c, 'again.jsonl', 'team')).toContain('Orm Vasker');
});
