/** MECHANICS, Processes: a larger file, or one with a longer text, is preserved and unread. Bytes, and UTF-16 units. */
export const LARGEST = { file: 64 * 1024 * 1024, text: 20 * 1024 * 1024 } as const;
