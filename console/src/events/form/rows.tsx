import type { ReactNode } from 'react';
import { useTexts } from '../../texts/language.js';

interface RowsProps<R extends { readonly key: string }> {
  readonly rows: readonly R[];
  readonly set: (rows: readonly R[]) => void;
  readonly blank: () => R;
  readonly most: number;
  /** What is said while there is none. */
  readonly none: string;
  readonly add: string;
  readonly nameOf: (row: R, at: number) => string;
  readonly children: (row: R, at: number, change: (part: Partial<R>) => void) => ReactNode;
}

/** A list that is written row by row, in the order that members see. */
export function Rows<R extends { readonly key: string }>(props: RowsProps<R>) {
  const { rows, set, blank, most, none, add, nameOf, children } = props;
  return (
    <div className="entries">
      {rows.length === 0 && <p className="quiet">{none}</p>}
      <ol>
        {rows.map((row, at) => (
          <li key={row.key} className="row-card" aria-label={nameOf(row, at)}>
            {children(row, at, (part) => {
              set(rows.with(at, { ...row, ...part }));
            })}
            <RowActs name={nameOf(row, at)} at={at} rows={rows} set={set} />
          </li>
        ))}
      </ol>
      <button
        type="button"
        className="button"
        disabled={rows.length >= most}
        onClick={() => {
          set([...rows, blank()]);
        }}
      >
        {add}
      </button>
    </div>
  );
}

interface RowActsProps<R> {
  readonly name: string;
  readonly at: number;
  readonly rows: readonly R[];
  readonly set: (rows: readonly R[]) => void;
}

function RowActs<R>({ name, at, rows, set }: RowActsProps<R>) {
  const { form } = useTexts();
  const moveTo = (place: number) => {
    const row = rows[at];
    if (row !== undefined) set(rows.toSpliced(at, 1).toSpliced(place, 0, row));
  };
  const acts = [
    [
      '↑',
      form.row.up(name),
      at === 0,
      () => {
        moveTo(at - 1);
      },
    ],
    [
      '↓',
      form.row.down(name),
      at === rows.length - 1,
      () => {
        moveTo(at + 1);
      },
    ],
    [
      '✕',
      form.row.remove(name),
      false,
      () => {
        set(rows.toSpliced(at, 1));
      },
    ],
  ] as const;
  return (
    <div className="entry-acts">
      {acts.map(([sign, label, isOff, act]) => (
        <button
          key={sign}
          type="button"
          className="button bare"
          aria-label={label}
          disabled={isOff}
          onClick={act}
        >
          {sign}
        </button>
      ))}
    </div>
  );
}
