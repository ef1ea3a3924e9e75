/** Every expected way in which something at the desk can be refused, in one closed list (DESIGN rule 7). */
export type Problem =
  | { readonly kind: 'path-missing'; readonly path: string }
  | { readonly kind: 'path-unreadable'; readonly path: string; readonly why: string }
  | { readonly kind: 'disk-full'; readonly kept: string }
  | { readonly kind: 'no-case'; readonly path: string }
  | { readonly kind: 'not-a-case'; readonly path: string }
  | { readonly kind: 'case-newer'; readonly what: string }
  | { readonly kind: 'case-locked' }
  | { readonly kind: 'case-busy'; readonly by: string }
  | { readonly kind: 'case-damaged'; readonly what: string }
  | { readonly kind: 'wrong-passphrase' }
  | { readonly kind: 'passphrase-needed' }
  | { readonly kind: 'folder-not-empty'; readonly path: string }
  | { readonly kind: 'unknown-id'; readonly id: string }
  | { readonly kind: 'already-decided'; readonly id: string }
  | { readonly kind: 'status-refused'; readonly from: string; readonly to: string }
  | { readonly kind: 'reason-missing' }
  | { readonly kind: 'words-missing'; readonly field: string }
  | { readonly kind: 'words-differ'; readonly where: string }
  | { readonly kind: 'bad-field'; readonly record: string; readonly field: string }
  | { readonly kind: 'bad-value'; readonly field: string; readonly why: string }
  | { readonly kind: 'cannot-take-back'; readonly why: string }
  | { readonly kind: 'bad-input'; readonly where: string; readonly why: string }
  | { readonly kind: 'unknown-format'; readonly format: string; readonly known: string }
  | { readonly kind: 'model-trouble'; readonly endpoint: string; readonly why: string; readonly kept: string }
  | { readonly kind: 'not-allowed'; readonly why: string };
