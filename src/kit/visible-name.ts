/**
 * Characters that change how their neighbours are shown, or show nothing: controls, bidi marks and overrides (UAX #9),
 * zero-width and tag characters, lone surrogates. ZWNJ and ZWJ stay: they are letters' business in Persian and Hindi names.
 */
const UNSEEN =
  /[\p{Cc}\p{Cs}\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;

/** A name as it may be printed: what would be unseen or would turn the line around stands as `⟨U+202E⟩` (SPEC C4). */
export const visibleName = (name: string): string =>
  name.replace(UNSEEN, (unseen) => `⟨U+${(unseen.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟩`);
