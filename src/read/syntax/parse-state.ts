import { LONGEST, PAD, type Frame } from './frame.ts';
import { FINE_TAGS } from './tagset.ts';

/** Transitions of the arc-hybrid system (Kuhlmann, Gómez-Rodríguez, Satta 2011). */
export const Move = { shift: 1, left: 2, right: 3 } as const;
/** Width of a row: its key, and the moves. */
export const MOVES = 4;

/** The place of the root in the frame's columns, and its tag; place 0 is nobody. */
export const ROOT = PAD - 1;
const ROOT_TAG = FINE_TAGS.length;
const PLACES = LONGEST + 2 * PAD;

/** A stack, the next token, and the arcs so far, by places of the frame; reused for the next sentence. */
export class ParseState {
  /** `stack[0]` is the root. */
  readonly stack = new Int32Array(LONGEST + 1);
  top = 0;
  next = PAD;
  end = PAD;
  /** 0 while there is none. */
  readonly heads = new Int32Array(PLACES);
  /** The outermost child of each side, 0 for none, and how many there are. */
  readonly leftmost = new Int32Array(PLACES);
  readonly rightmost = new Int32Array(PLACES);
  readonly lefts = new Uint16Array(PLACES);
  readonly rights = new Uint16Array(PLACES);
  /** Verbs and commas before each place: differences tell what lies between two. */
  readonly verbs = new Uint16Array(PLACES);
  readonly commas = new Uint16Array(PLACES);

  start(frame: Frame): void {
    const { length, tags, shape } = frame;
    this.end = PAD + length;
    this.top = 0;
    this.stack[0] = ROOT;
    this.next = PAD;
    for (let at = 0; at < this.end + PAD; at += 1) {
      this.heads[at] = 0;
      this.leftmost[at] = 0;
      this.rightmost[at] = 0;
      this.lefts[at] = 0;
      this.rights[at] = 0;
    }
    let [verbs, commas] = [0, 0];
    for (let at = ROOT; at < this.end + PAD; at += 1) {
      this.verbs[at] = verbs;
      this.commas[at] = commas;
      const tag = tags[at] ?? 0;
      if (tag >= FIRST_VERB && tag <= LAST_VERB) verbs += 1;
      else if (((shape[at] ?? 0) & 15) === COMMA) commas += 1;
    }
    tags[ROOT] = ROOT_TAG;
  }

  get isOver(): boolean {
    return this.next === this.end && this.top === 0;
  }

  /** The one move that is allowed, 0 where there is a choice. The root takes its child last, so that it has one. */
  get forced(): number {
    if (this.top === 0) return Move.shift;
    return this.next === this.end ? Move.right : 0;
  }

  get mayRight(): boolean {
    return this.top > 1;
  }

  apply(move: number): void {
    if (move === Move.shift) {
      this.top += 1;
      this.stack[this.top] = this.next;
      this.next += 1;
      return;
    }
    const child = this.stack[this.top] ?? 0;
    this.top -= 1;
    if (move === Move.left) {
      const { next } = this;
      this.heads[child] = next;
      this.leftmost[next] = child;
      this.lefts[next] = (this.lefts[next] ?? 0) + 1;
      return;
    }
    const head = this.stack[this.top] ?? 0;
    this.heads[child] = head;
    this.rightmost[head] = child;
    this.rights[head] = (this.rights[head] ?? 0) + 1;
  }
}

const COMMA = 7;
const FIRST_VERB = FINE_TAGS.indexOf('VERB.VB');
const LAST_VERB = FINE_TAGS.indexOf('VERB.FIN');
