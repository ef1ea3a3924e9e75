import type { Command } from 'commander';
import type { ProposalKind } from '../../domain/proposal.ts';
import type { RecordKind } from '../../domain/record.ts';
import { json, out } from '../print.ts';
import { withCase, type CaseOptions } from '../with-case.ts';

interface Listing {
  readonly command: string;
  readonly kind: RecordKind;
  readonly proposed: ProposalKind | null;
  readonly words: string;
}

const LISTINGS: readonly Listing[] = [
  { command: 'acts', kind: 'act', proposed: 'act', words: 'acts: who did what to whom' },
  { command: 'persons', kind: 'person', proposed: 'person', words: 'individuals, groups and bodies' },
  { command: 'figures', kind: 'figure', proposed: 'figure', words: 'counts, by whom they are given' },
  { command: 'statements', kind: 'statement', proposed: 'statement', words: 'what voices say' },
  { command: 'events', kind: 'event', proposed: null, words: 'events' },
  { command: 'involvements', kind: 'involvement', proposed: null, words: 'who took part in which act' },
  { command: 'proceedings', kind: 'proceeding', proposed: null, words: 'legal steps' },
  { command: 'interventions', kind: 'intervention', proposed: null, words: 'what bodies did about it' },
  { command: 'cited', kind: 'cited-source', proposed: 'cited-source', words: 'works that held sources cite' },
];

interface ListOptions extends CaseOptions {
  readonly json?: boolean;
  readonly proposed?: boolean;
}

export function listCommands(program: Command): void {
  for (const listing of LISTINGS) {
    program
      .command(listing.command)
      .description(`list ${listing.words}`)
      .option('--case <dir>', 'the case')
      .option('--json', 'one JSON object a line, each cell with its words')
      .option('--proposed', 'add what is only read')
      .action((options: ListOptions) => withCase(options, (c) => list(c, listing, options)));
  }
  program
    .command('sources')
    .description('list the sources in custody')
    .option('--case <dir>', 'the case')
    .option('--json', 'one JSON object a line')
    .option('--proposed', 'sources are never proposed; taken for symmetry')
    .action((options: ListOptions) =>
      withCase(options, async (c) => {
        const { listSources } = await import('../../desk/list.ts');
        for await (const source of listSources(c)) {
          if (options.json === true) json(source);
          else
            out(
              `${source.id}  ${source.custody.name}${source.custody.unread === null ? '' : `  unread: ${source.custody.unread}`}`,
            );
        }
      }),
    );
}

async function list(
  c: Parameters<Parameters<typeof withCase>[1]>[0],
  { kind, proposed }: Listing,
  options: ListOptions,
): Promise<void> {
  const { listProposed, listRecords } = await import('../../desk/list.ts');
  const { shownCells } = await import('../../desk/shown-cells.ts');
  for await (const record of listRecords(c, kind)) {
    if (options.json === true) json(record);
    else out(`${record.id}  ${shownCells(record.cells)}`);
  }
  if (options.proposed !== true || proposed === null) return;
  for await (const record of listProposed(c, proposed)) {
    if (options.json === true) json(record);
    else out(`${record.id}  (proposed)  ${shownCells(record.cells)}`);
  }
}
