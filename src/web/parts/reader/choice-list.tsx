export interface Choice {
  readonly key: string;
  readonly title: string;
  /** What it is, or where it is from: small, at its right. */
  readonly beside: string;
  readonly choose: () => void;
}

/** What may be chosen below a field: a line each. The field keeps the focus while one is pressed. */
export function ChoiceList({ label, choices }: { readonly label: string; readonly choices: readonly Choice[] }) {
  if (choices.length === 0) return null;
  return (
    <ul className="choices" aria-label={label}>
      {choices.map(({ key, title, beside, choose }) => (
        <li key={key}>
          <button type="button" onMouseDown={(event) => event.preventDefault()} onClick={choose}>
            <span dir="auto">{title}</span> <small>{beside}</small>
          </button>
        </li>
      ))}
    </ul>
  );
}
