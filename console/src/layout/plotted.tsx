import '../styles/plots.css';
import { lazy, Suspense, useId } from 'react';
import { useSaveTable } from '../format/csv.js';
import { useDates } from '../format/dates.js';
import { useTexts } from '../texts/language.js';
import { Table } from './table.js';
import type { PlottedLine } from './time-plot.js';

// The library that draws is loaded with the first plot.
const TimePlot = lazy(() => import('./time-plot.js'));

interface PlottedProps {
  readonly title: string;
  /** Moments in milliseconds, in their order. */
  readonly moments: readonly number[];
  /** What is drawn. */
  readonly lines: readonly PlottedLine[];
  /** What the table tells besides. */
  readonly more?: readonly PlottedLine[];
  readonly daily?: boolean;
  /** The name of the file in which the table can be saved. */
  readonly file: string;
}

/** A plot with the table of its figures, which can be saved for spreadsheets. */
export function Plotted({ title, moments, lines, more = [], daily = false, file }: PlottedProps) {
  const { plots: texts } = useTexts();
  const { momentOf, dateOf } = useDates();
  const heading = useId();
  const saveTable = useSaveTable();
  const columns = [...lines, ...more];
  const at = (moment: number) => (daily ? dateOf : momentOf)(new Date(moment));
  return (
    <figure className="plotted" aria-labelledby={heading}>
      <figcaption>
        <h3 id={heading}>{title}</h3>
        <p className="plot-lines" aria-hidden="true">
          {lines.map(({ name }) => (
            <span key={name}>{name}</span>
          ))}
        </p>
      </figcaption>
      <Suspense fallback={<div className="plot-place" />}>
        <TimePlot label={texts.told(title)} moments={moments} lines={lines} daily={daily} />
      </Suspense>
      <details>
        <summary>{texts.table}</summary>
        <Table
          label={title}
          columns={[daily ? texts.day : texts.moment, ...columns.map(({ name }) => name)]}
          rows={moments
            .map((moment, index) => ({
              key: moment,
              cells: [at(moment), ...columns.map(({ values }) => values[index] ?? '–')],
            }))
            .toReversed()}
        />
        <button
          type="button"
          className="button"
          onClick={() => {
            saveTable(file, [
              [texts.moment, ...columns.map(({ name }) => name)],
              ...moments.map((moment, index) => [
                new Date(moment).toISOString(),
                ...columns.map(({ values }) => values[index] ?? null),
              ]),
            ]);
          }}
        >
          {texts.save}
        </button>
      </details>
    </figure>
  );
}
