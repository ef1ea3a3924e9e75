import { createInterface } from 'node:readline';

/** A rival as a filter of our own form: `{"id","text"}` a line in, what it finds a line out. */
export async function eachText(read) {
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    const { id, text } = JSON.parse(line);
    process.stdout.write(`${JSON.stringify({ id, ...read(text) })}\n`);
  }
}

/** How far ahead the next form is looked for: what a rival rewrote is passed over. */
const FAR = 200;

/** Where forms stand in a text, each after the one before: a function from a form to `{ start, end }`, or undefined. */
export function finderIn(text) {
  let at = 0;
  return (form) => {
    const start = form === '' ? -1 : text.slice(at, at + FAR + form.length).indexOf(form);
    if (start < 0) return undefined;
    const found = { start: at + start, end: at + start + form.length };
    at = found.end;
    return found;
  };
}
