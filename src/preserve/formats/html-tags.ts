/** What the tags of HTML mean for the words on the page: the user agent style sheet of the HTML standard §15, reduced to text. */

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Never shown. `title` is read apart; `noscript` is for browsers that are not there when a page is kept. */
const UNSEEN = words(
  'script style noscript template title iframe object embed audio video canvas datalist rp noembed noframes desc metadata defs',
);
/** Parted from its neighbours by a blank line. */
const APART = words(
  'p h1 h2 h3 h4 h5 h6 ul ol dl table blockquote pre figure hr article section header footer main nav aside form fieldset details body xmp listing plaintext',
);
/** On a line of its own. */
const LINE = words(
  'address center dd dialog dir div dt figcaption html legend li menu optgroup option search summary tr caption textarea select',
);
/** White space counts. */
const KEPT = words('pre textarea xmp listing plaintext');
const CELL = words('td th');

export interface TagMeaning {
  /** Line breaks before and after: 0, 1, or 2 for a blank line. */
  readonly breaks: 0 | 1 | 2;
  readonly keepsSpace: boolean;
  readonly cell: boolean;
}

export function tagMeaning(name: string): TagMeaning {
  const ownLine = LINE.has(name) ? 1 : 0;
  return { breaks: APART.has(name) ? 2 : ownLine, keepsSpace: KEPT.has(name), cell: CELL.has(name) };
}

type Attributes = Readonly<Record<string, string>>;

const HIDDEN_STYLE = /(?:display:none|visibility:(?:hidden|collapse))/;

/** Whether an element and all in it is not on the page, as far as the file itself says (style sheets are not read). */
export function isUnseen(name: string, attributes: Attributes): boolean {
  if (UNSEEN.has(name)) return true;
  if (attributes['hidden'] !== undefined && attributes['hidden'] !== 'until-found') return true;
  if (name === 'dialog' && attributes['open'] === undefined) return true;
  const style = attributes['style'];
  return style !== undefined && HIDDEN_STYLE.test(style.slice(0, 2000).toLowerCase().replace(/\s/g, ''));
}

/** Readers' comments are evidence and never furniture (MECHANICS, Texts and spans). */
export const isCommentArea = (attributes: Attributes): boolean =>
  /comment|disqus/i.test(`${attributes['id'] ?? ''} ${attributes['class'] ?? ''}`.slice(0, 500));
