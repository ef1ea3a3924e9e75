// Copies of tokens in other casings, so that models meet headlines and texts in capitals.

const LETTER = /\p{L}/u;
const FORMS = {
  upper: (text) => text.toUpperCase(),
  title: (text) => text.slice(0, 1).toUpperCase() + text.slice(1),
};

/** Tokens in capitals (`upper`) or with a capital first letter each (`title`); places are those of the originals. */
export const recased = (tokens, casing) =>
  tokens.map((token) => {
    const text = FORMS[casing](token.text);
    if (text === token.text || !LETTER.test(text)) return token;
    const shape = casing === 'upper' && text.length > 1 ? 'upper' : 'title';
    return { ...token, text, lower: text.toLowerCase(), shape: token.shape === 'mixed' ? 'mixed' : shape };
  });
