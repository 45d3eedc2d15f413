import { type InputHTMLAttributes, type ReactNode, useId } from 'react';

interface FieldProps {
  readonly label: string;
  /** What is expected, where the label does not say it. */
  readonly hint?: string | undefined;
}

type InputProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'className'>;

/** A line of text in a form. */
export function TextField({ label, hint, ...input }: FieldProps & InputProps) {
  const id = useId();
  return (
    <label className="field">
      {label}
      <input autoComplete="off" {...input} {...(hint !== undefined && { 'aria-describedby': id })} />
      {hint !== undefined && (
        <span id={id} className="hint">
          {hint}
        </span>
      )}
    </label>
  );
}

/** A box to tick, with what it stands for. */
export function TickField({ label, hint, ...input }: FieldProps & InputProps) {
  const id = useId();
  return (
    <div className="tick">
      <label>
        <input type="checkbox" {...input} {...(hint !== undefined && { 'aria-describedby': id })} /> {label}
      </label>
      {hint !== undefined && (
        <p id={id} className="hint">
          {hint}
        </p>
      )}
    </div>
  );
}

/** A menu of a form; the form reads what is chosen by `name`. */
export function MenuField({
  label,
  hint,
  name,
  value,
  children,
  required,
  onChange,
}: FieldProps & {
  readonly name: string;
  readonly value: string;
  readonly required?: boolean;
  readonly onChange?: (value: string) => void;
  readonly children: ReactNode;
}) {
  const id = useId();
  return (
    <label className="field">
      {label}
      <select
        name={name}
        required={required}
        defaultValue={value}
        onChange={({ target }) => onChange?.(target.value)}
        {...(hint !== undefined && { 'aria-describedby': id })}
      >
        {children}
      </select>
      {hint !== undefined && (
        <span id={id} className="hint">
          {hint}
        </span>
      )}
    </label>
  );
}

/** What was typed into a field of a form that is sent. */
export function typedIn(form: HTMLFormElement, name: string): string {
  const value = new FormData(form).get(name);
  return typeof value === 'string' ? value.trim() : '';
}
