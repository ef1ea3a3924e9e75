export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined };

/**
 * Canonical JSON (RFC 8785): keys sorted by UTF-16 units, no white space, numbers as ECMAScript prints them.
 * Members that are `undefined` are left out. A number that is not finite throws: it has no JSON.
 */
export function canonicalJson(value: Json | undefined): string {
  if (value === null || value === undefined) return 'null';
  switch (typeof value) {
    case 'number':
      if (!Number.isFinite(value)) throw new RangeError('canonical JSON has no number for Infinity or NaN');
      return JSON.stringify(value);
    case 'boolean':
    case 'string':
      return JSON.stringify(value);
    default:
      return isList(value) ? `[${value.map((item) => canonicalJson(item)).join(',')}]` : objectText(value);
  }
}

const isList = (value: object): value is readonly Json[] => Array.isArray(value);

function objectText(value: { readonly [key: string]: Json | undefined }): string {
  const members: string[] = [];
  for (const key of Object.keys(value).sort()) {
    const member = value[key];
    if (member !== undefined) members.push(`${JSON.stringify(key)}:${canonicalJson(member)}`);
  }
  return `{${members.join(',')}}`;
}
