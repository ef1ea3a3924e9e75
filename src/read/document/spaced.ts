/** A name on one line with straight marks: as lists of names are looked up. */
export const spaced = (name: string): string => name.replace(/\s+/g, ' ').replaceAll('’', "'");
