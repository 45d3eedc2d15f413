import { useId } from 'react';
import { useTexts } from '../texts/language.js';
import { useNotify } from './notices.js';

/** Something to be taken elsewhere, such as a link or a secret: to read, to select, and to copy by a button. */
export function Copied({ label, value }: { label: string; value: string }) {
  const { copy } = useTexts();
  const notify = useNotify();
  const id = useId();
  return (
    <div className="copied">
      <label className="field" htmlFor={id}>
        {label}
        <input
          id={id}
          readOnly
          value={value}
          onFocus={({ target }) => {
            target.select();
          }}
        />
      </label>
      <button
        type="button"
        className="button"
        onClick={() => {
          navigator.clipboard.writeText(value).then(
            () => {
              notify(copy.done);
            },
            () => {
              notify(copy.refused);
            },
          );
        }}
      >
        {copy.act}
      </button>
    </div>
  );
}
