interface ChoiceProps<T extends string> {
  readonly label: string;
  /** What it is called when nothing is chosen. */
  readonly all: string;
  readonly options: readonly (readonly [value: T, name: string])[];
  readonly value: T | undefined;
  readonly choose: (value: T | undefined) => void;
}

/** The browser's own menu: it costs nothing to load, and every phone and screen reader knows it. */
export function Choice<T extends string>({ label, all, options, value, choose }: ChoiceProps<T>) {
  return (
    <label className="field">
      {label}
      <select
        value={value ?? ''}
        onChange={({ target }) => {
          choose(options.find(([option]) => option === target.value)?.[0]);
        }}
      >
        <option value="">{all}</option>
        {options.map(([option, name]) => (
          <option key={option} value={option}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
