/** Invented reports of an invented country. */
export const WIRE = `Conscripts tortured in Qərsəl, lawyer says

Selm, 12 March 2023

More than 140 servicemen were tortured in the garrison of Karsel in May 2017, the lawyer Runa Elvik said. “They beat Emil Dornev for three days,” she said. Emil Dornev was tortured by Captain Orm Vasker. Nine people died, Runa Elvik said.

The Ministry of Defence of Ardovia said that only 61 people were recognised as victims. According to Motion No. 77 of the Assembly of the Straits, eleven people were killed in Kyarsel.
`;

export const LETTER = `A letter from Selm

My son, Emil Dornev, was beaten in the garrison of Qarsel. “They beat Dornev with rods,” said Ilda Maren. Velmara Radio reported that 200 people were detained in Karsel.
`;

interface Cell {
  readonly field: string;
  readonly value: unknown;
  readonly name: string | null;
  readonly status: string;
  readonly finding: boolean;
  readonly masked?: boolean;
  readonly attestedBy: readonly {
    readonly source: string;
    readonly text: string;
    readonly span: { readonly start: number; readonly end: number; readonly text: string };
  }[];
  readonly chain: readonly string[];
  readonly decidedBy: string | null;
  readonly deed: string | null;
}

/** A line of `acts --json` and its like. */
export interface Listed {
  readonly id: string;
  readonly kind: string;
  readonly proposed?: boolean;
  readonly cells: readonly Cell[];
}

/** A line of `proposals --json`. */
export interface Waiting {
  readonly id: string;
  readonly kind: string;
  readonly source: string;
  readonly span: { readonly start: number; readonly end: number; readonly text: string };
  readonly summary: string;
}

/** A file of decisions that accepts all of these. */
export const acceptAll = (waiting: readonly Waiting[]): string =>
  waiting.map(({ id }) => `${JSON.stringify({ proposal: id, decision: 'accept', reason: null })}\n`).join('');
