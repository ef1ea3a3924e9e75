/** Lets the thread look after its children and callers: libsql is synchronous, and a promise alone never comes to that. */
export const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
