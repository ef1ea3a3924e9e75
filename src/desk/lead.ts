import { shownValue, type NameOf } from '../domain/cell.ts';
import type { RecordState } from '../domain/record.ts';

export interface LeadPart {
  readonly text: string;
  readonly known: boolean;
}

const known = (text: string): LeadPart => ({ text, known: true });
const unknown = (text: string): LeadPart => ({ text, known: false });

/** One sentence that says what a record says, and plainly what no words say. */
export function leadOf(state: RecordState, nameOf: NameOf): LeadPart[] {
  const value = (field: string): string | undefined => {
    const open = state.claims.filter(({ claim, status }) => claim.field === field && status !== 'withdrawn');
    const best = open.find((claim) => claim.adopted !== null) ?? open[0];
    return best === undefined ? undefined : shownValue(best.claim.value, nameOf);
  };
  if (state.kind === 'act') return actLead(value);
  if (state.kind === 'figure') return figureLead(value);
  const fields = [
    ...new Set(state.claims.filter(({ status }) => status !== 'withdrawn').map(({ claim }) => claim.field)),
  ];
  const parts = fields.slice(0, 3).flatMap((field) => (value(field) === undefined ? [] : [known(value(field) ?? '')]));
  return parts.length === 0
    ? [unknown('no words stand here yet')]
    : parts.flatMap((part, at) => (at === 0 ? [part] : [known(' · '), part]));
}

type ValueOf = (field: string) => string | undefined;

function actLead(value: ValueOf): LeadPart[] {
  const victim = value('victim');
  const what = value('violation');
  const [when, where] = [value('when'), value('where')];
  return [
    what === undefined ? unknown('an act no words name') : known(what.replaceAll('-', ' ')),
    known(' of '),
    victim === undefined ? unknown('somebody no words name') : known(victim),
    known(', '),
    ...settingLead(when, where),
  ];
}

function settingLead(when: string | undefined, where: string | undefined): LeadPart[] {
  if (when === undefined && where === undefined) return [unknown('when and where these words do not say')];
  const time = when === undefined ? unknown('when these words do not say') : known(when);
  const place = where === undefined ? unknown('where these words do not say') : known(where);
  return [time, known(', '), place];
}

function figureLead(value: ValueOf): LeadPart[] {
  const [count, whom, about, standing] = [value('count'), value('of-whom'), value('about'), value('standing')];
  return [
    known(count ?? 'a count'),
    known(' '),
    whom === undefined ? unknown('of whom these words do not say') : known(whom),
    known(about === undefined || about === 'other' ? '' : `, ${about}`),
    known(standing === undefined || standing === 'plain' ? '' : ` (${standing})`),
  ];
}
