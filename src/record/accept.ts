import type { Claim, ClaimValue, Link } from '../domain/claim.ts';
import type { MadeRecord, Mark, Recording } from '../domain/deed.ts';
import { claimId, recordId, type ProposalId, type RecordId } from '../domain/ids.ts';
import type { Problem } from '../domain/problem.ts';
import type { NamedHere, Proposal, ProposedField, ProposedValue } from '../domain/proposal.ts';
import { fieldOf, type RecordKind } from '../domain/record.ts';
import { DEFAULT_SENSITIVITY, stricter, type Sensitivity } from '../domain/sensitivity.ts';
import type { Attestation, Span } from '../domain/span.ts';
import { done, refuse, type Outcome } from '../kit/outcome.ts';
import { checkValue } from './check-value.ts';

/** A field a person changed before accepting: another value, or none, with other words if other words attest it. */
export interface Change {
  readonly field: string;
  /** Where the field holds a person: a record, or somebody else that this text names. */
  readonly value: ClaimValue | Extract<ProposedValue, { kind: 'named' }> | null;
  readonly words: readonly Span[] | null;
}

export interface Acceptance {
  readonly proposal: Proposal;
  readonly reader: string;
  readonly changes: readonly Change[];
  /** The record that a name key of this text already has. */
  readonly known: (named: NamedHere) => RecordId | undefined;
  /** The name key as it goes into the deed. */
  readonly nameKey: (named: NamedHere) => string;
  /** The record that another proposal became. */
  readonly became: (proposal: ProposalId) => RecordId | undefined;
  /** Fresh UUIDv7s. */
  readonly newId: () => string;
}

/**
 * Turns a proposal into one recording (MECHANICS, Readings and proposals): the record, the persons and works it names that
 * this text does not have yet, and every claim with its words. Several victims make one act each, in one event.
 */
export function acceptProposal(acceptance: Acceptance): Outcome<Recording, Problem> {
  const { proposal, changes } = acceptance;
  for (const change of changes) {
    const checked = checkChange(proposal.kind, change);
    if (!checked.ok) return checked;
    const hasWords =
      (change.words?.length ?? 0) > 0 || proposal.fields.some((proposed) => proposed.field === change.field);
    if (change.value !== null && !hasWords) return refuse({ kind: 'words-missing', field: change.field });
  }
  const drafting = new Drafting(acceptance);
  drafting.write();
  return done(drafting.recording());
}

function checkChange(kind: RecordKind, { field, value }: Change): Outcome<unknown, Problem> {
  if (value === null) return done(null);
  if (value.kind !== 'named') return checkValue(kind, field, value);
  return fieldOf(kind, field)?.holds === 'person' && value.named.kind === 'person'
    ? done(null)
    : refuse({ kind: 'bad-value', field, why: 'it takes no person' });
}

/** Collects what one acceptance makes; lives for one call. */
class Drafting {
  readonly #acceptance: Acceptance;
  readonly #made: MadeRecord[] = [];
  readonly #claims: Claim[] = [];
  readonly #marks = new Map<RecordId, Sensitivity>();
  readonly #named = new Map<string, RecordId>();

  constructor(acceptance: Acceptance) {
    this.#acceptance = acceptance;
  }

  write(): void {
    const { proposal } = this.#acceptance;
    if (proposal.kind === 'person') return this.#person();
    if (proposal.kind === 'cited-source') return this.#work();
    const chain = this.#chain();
    const fields = this.#amended(proposal.fields);
    const victims = proposal.kind === 'act' ? fields.filter((field) => field.field === 'victim') : [];
    if (victims.length < 2) return void this.#record(fields, chain, []);
    const event = this.#make('event', null);
    this.#claim(
      event,
      {
        field: 'title',
        value: { kind: 'text', text: proposal.anchors[0].text },
        spans: proposal.anchors,
        inferred: false,
      },
      chain,
    );
    for (const victim of victims) {
      const others = fields.filter((field) => field.field !== 'victim');
      this.#record([victim, ...others], chain, [event]);
    }
  }

  /** A statement laid to another voice comes from that voice, however it went on from there. */
  #chain(): Link[] {
    const { proposal, changes } = this.#acceptance;
    const links = proposal.chain.map((link) => ({ kind: link.kind, words: link.to.span, to: link.to }));
    const change = changes.find(({ field }) => field === 'said-by');
    const through = change === undefined ? links : links.slice(links[0]?.kind === 'said-by' ? 1 : 0);
    const chain = through.map((link): Link => ({
      kind: link.kind,
      to: this.#recordOf(link.to),
      words: this.#at(link.words),
    }));
    const [said] = change === undefined ? [] : this.#added(change);
    const to = said === undefined ? undefined : this.#valueOf(said);
    if (said === undefined || to?.kind !== 'record') return chain;
    return [{ kind: 'said-by', to: to.record, words: this.#at(said.spans[0]) }, ...chain];
  }

  recording(): Recording {
    const { proposal, reader, changes } = this.#acceptance;
    return {
      kind: 'accept',
      proposal: proposal.id,
      reader,
      anchors: proposal.anchors.map((span) => this.#at(span)),
      made: this.#mainFirst(),
      claims: this.#claims,
      marks: [...this.#marks].map(([person, sensitivity]): Mark => ({ person, sensitivity })),
      amended: changes.length === 0 ? null : proposal.summary,
    };
  }

  /** The record of the proposal's own kind stands first: that is what the proposal became. */
  #mainFirst(): MadeRecord[] {
    const { kind } = this.#acceptance.proposal;
    const main = this.#made.filter((made) => made.kind === kind && made.named === null);
    return main.length === 0 ? this.#made : [...main, ...this.#made.filter((made) => !main.includes(made))];
  }

  #record(fields: readonly DraftField[], chain: readonly Link[], events: readonly RecordId[]): void {
    const { proposal } = this.#acceptance;
    const record = this.#make(proposal.kind, null);
    for (const field of fields) this.#claim(record, field, chain);
    for (const event of events) this.#push(record, 'event', { kind: 'record', record: event }, proposal.anchors, chain);
    for (const perpetrator of proposal.perpetrators) {
      const involvement = this.#make('involvement', null);
      this.#push(involvement, 'act', { kind: 'record', record }, proposal.anchors, chain);
      this.#push(
        involvement,
        'person',
        { kind: 'record', record: this.#recordOf(perpetrator) },
        [perpetrator.span],
        chain,
      );
    }
    this.#guardVictims(fields);
  }

  /**
   * Victims of sexual violence are protected from the first day (DESIGN, Who may see whom); so is whoever a person chose from
   * the register, for a mark never loosens another.
   */
  #guardVictims(fields: readonly DraftField[]): void {
    const sexual = fields.some(
      (field) => field.field === 'violation' && field.value.kind === 'code' && field.value.code === 'sexual-violence',
    );
    if (!sexual) return;
    for (const { field, value } of fields) {
      if (field !== 'victim') continue;
      const guard = DEFAULT_SENSITIVITY['victim-of-sexual-violence'];
      if (value.kind === 'record') this.#mark(value.record, guard);
      if (value.kind === 'named' && value.named.personKind === 'individual')
        this.#mark(this.#recordOf(value.named), guard);
    }
  }

  #amended(fields: readonly ProposedField[]): DraftField[] {
    const { changes } = this.#acceptance;
    const kept = fields.filter((field) => !changes.some((change) => change.field === field.field));
    return [...kept, ...changes.flatMap((change) => this.#added(change))];
  }

  /** What a change says, on its own words or on those that were read. */
  #added({ field, value, words }: Change): DraftField[] {
    const before = this.#acceptance.proposal.fields.find((read) => read.field === field);
    const [first, ...rest] = words !== null && words.length > 0 ? words : (before?.spans ?? []);
    return value === null || first === undefined ? [] : [{ field, value, spans: [first, ...rest], inferred: false }];
  }

  #person(): void {
    const { proposal, known } = this.#acceptance;
    const named = proposal.fields.flatMap((field) =>
      field.field === 'name' && field.value.kind === 'named' ? [field.value.named] : [],
    )[0];
    const person = named === undefined ? this.#make('person', null) : (known(named) ?? this.#makeNamed(named));
    for (const field of this.#amended(proposal.fields)) this.#claim(person, field, []);
    if (named === undefined) this.#mark(person, DEFAULT_SENSITIVITY.other);
  }

  #work(): void {
    const { proposal, known } = this.#acceptance;
    const named = proposal.fields.flatMap((field) =>
      field.field === 'title' && field.value.kind === 'named' ? [field.value.named] : [],
    )[0];
    const work = named === undefined ? this.#make('cited-source', null) : (known(named) ?? this.#makeNamed(named));
    for (const field of this.#amended(proposal.fields)) this.#claim(work, field, []);
  }

  #recordOf(named: NamedHere): RecordId {
    const here = this.#named.get(named.key) ?? this.#acceptance.known(named);
    if (here !== undefined) return here;
    const record = this.#makeNamed(named);
    const field = named.kind === 'cited-source' ? 'title' : 'name';
    this.#push(record, field, { kind: 'text', text: named.name }, [named.span], []);
    if (named.kind === 'person' && named.personKind !== null) {
      this.#push(record, 'kind', { kind: 'code', code: named.personKind }, [named.span], []);
      if (named.count !== null) this.#push(record, 'count', { kind: 'count', count: named.count }, [named.span], []);
    }
    return record;
  }

  #makeNamed(named: NamedHere): RecordId {
    const record = this.#make(named.kind, this.#acceptance.nameKey(named));
    this.#named.set(named.key, record);
    if (named.kind === 'person') this.#mark(record, DEFAULT_SENSITIVITY[named.capacity]);
    return record;
  }

  #make(kind: RecordKind, named: string | null): RecordId {
    const id = recordId(this.#acceptance.newId());
    this.#made.push({ id, kind, named });
    return id;
  }

  #mark(person: RecordId, sensitivity: Sensitivity): void {
    const before = this.#marks.get(person);
    this.#marks.set(person, before === undefined ? sensitivity : stricter(before, sensitivity));
  }

  #claim(record: RecordId, field: DraftField, chain: readonly Link[]): void {
    const value = this.#valueOf(field);
    if (value === undefined) return;
    this.#push(record, field.field, value, field.spans, chain, field.inferred);
  }

  #valueOf({ value, field }: DraftField): ClaimValue | undefined {
    if (value.kind === 'named') {
      if (field === 'name' || field === 'title') return { kind: 'text', text: value.named.name };
      return { kind: 'record', record: this.#recordOf(value.named) };
    }
    if (value.kind !== 'proposal') return value;
    const record = this.#acceptance.became(value.proposal);
    return record === undefined ? undefined : { kind: 'record', record };
  }

  #push(...[record, field, value, spans, chain, inferred = false]: Pushed): void {
    const [first, ...rest] = spans;
    this.#claims.push({
      id: claimId(this.#acceptance.newId()),
      record,
      field,
      value,
      chain,
      basis: inferred ? 'inferred' : 'words',
      attestedBy: [this.#at(first), ...rest.map((span) => this.#at(span))],
    });
  }

  #at(span: Span): Attestation {
    const { source, text } = this.#acceptance.proposal;
    return { source, text, span };
  }
}

/** A proposed field, or one that a person amended. */
type DraftField = Omit<ProposedField, 'value'> & { readonly value: ProposedField['value'] | ClaimValue };

type Pushed = [
  record: RecordId,
  field: string,
  value: ClaimValue,
  spans: readonly [Span, ...Span[]],
  chain: readonly Link[],
  inferred?: boolean,
];
