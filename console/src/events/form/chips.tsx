import { useTexts } from '../../texts/language.js';

interface ChipsProps {
  readonly ids: readonly string[];
  readonly nameOf: (id: string) => string;
  /** Called with those that are left. */
  readonly keep: (ids: readonly string[]) => void;
}

/** What was chosen, each with a button that takes it out. */
export function Chips({ ids, nameOf, keep }: ChipsProps) {
  const { form } = useTexts();
  if (ids.length === 0) return null;
  return (
    <ul className="chips">
      {ids.map((id) => (
        <li key={id} className="chip">
          {nameOf(id)}
          <button
            type="button"
            className="button bare"
            aria-label={form.picker.remove(nameOf(id))}
            onClick={() => {
              keep(ids.filter((one) => one !== id));
            }}
          >
            ✕
          </button>
        </li>
      ))}
    </ul>
  );
}
