import { createContext, type ReactNode, useContext, useId } from 'react';

/** What the API refuses of a form, by the dotted paths of its fields, in the words of the page. */
export type FieldErrors = Readonly<Record<string, string>>;

const Errors = createContext<FieldErrors>({});

/** Lets the fields below say what is wrong with them. */
export const FormErrors = Errors.Provider;

export const useFieldErrors = (): FieldErrors => useContext(Errors);

/** What an input needs in order to be described and marked as wrong. */
interface InputProps {
  readonly id: string;
  readonly name: string;
  readonly 'aria-invalid': boolean;
  readonly 'aria-describedby': string | undefined;
}

interface FieldProps {
  /** The dotted path by which the API names it. */
  readonly name: string;
  readonly label: string;
  readonly hint?: ReactNode;
  readonly className?: string;
  readonly children: (props: InputProps) => ReactNode;
}

/** An input with its label, its hint, and what is wrong with it. */
export function Field({ name, label, hint, className = '', children }: FieldProps) {
  const id = useId();
  const error = useFieldErrors()[name];
  const described = [hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`];
  return (
    <div className={`form-field ${className}`}>
      <label htmlFor={id}>{label}</label>
      {children({
        id,
        name,
        'aria-invalid': error !== undefined,
        'aria-describedby': described.filter(Boolean).join(' ') || undefined,
      })}
      {hint !== undefined && (
        <div className="hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {error !== undefined && (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  );
}

interface CheckProps {
  readonly label: string;
  readonly hint?: string;
  readonly checked: boolean;
  readonly disabled?: boolean;
  readonly set: (checked: boolean) => void;
}

/** A box to tick, with what it means below. */
export function Check({ label, hint, checked, disabled = false, set }: CheckProps) {
  const id = useId();
  return (
    <div className="form-check">
      <input
        id={id}
        type="checkbox"
        checked={checked}
        disabled={disabled}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onChange={({ target }) => {
          set(target.checked);
        }}
      />
      <label htmlFor={id}>{label}</label>
      {hint !== undefined && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}

/** Leads to the first field that is marked as wrong, also inside of a closed section. */
export function focusFirstError(form: HTMLElement): void {
  const field = form.querySelector<HTMLElement>('[aria-invalid="true"]');
  for (let part = field?.closest('details'); part; part = part.parentElement?.closest('details'))
    part.open = true;
  field?.focus();
}
