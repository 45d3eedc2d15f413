import 'uplot/dist/uPlot.min.css';
import { useEffect, useRef } from 'react';
import UPlot from 'uplot';
import { useMe } from '../api/me.js';
import { useDates } from '../format/dates.js';
import { numberFormat } from '../format/intl.js';
import { useLocale } from '../texts/language.js';

/** A line of a plot; `null` where nothing was measured. */
export interface PlottedLine {
  readonly name: string;
  readonly values: readonly (number | null)[];
}

interface TimePlotProps {
  /** What it says to who does not see it; a table says the rest. */
  readonly label: string;
  /** Moments in milliseconds, in their order. */
  readonly moments: readonly number[];
  readonly lines: readonly PlottedLine[];
  /** Whether the moments are days of UTC and not moments of a day. */
  readonly daily?: boolean;
}

const HEIGHT = 200;
const COLORS = ['--accent', '--bad'] as const;

/** Lines over time, with the names of the lines below. What it shows stands in a table beside it. */
export default function TimePlot({ label, moments, lines, daily = false }: TimePlotProps) {
  const { timezone } = useMe();
  const { timeOf, shortDayOf } = useDates();
  const locale = useLocale();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    const numbers = numberFormat(locale, {});
    const zone = daily ? 'UTC' : timezone;
    const tell = (seconds: number) => (daily ? shortDayOf : timeOf)(new Date(seconds * 1000));
    const plot = new UPlot(
      {
        width: element.clientWidth,
        height: HEIGHT,
        legend: { show: false },
        cursor: { drag: { x: false } },
        tzDate: (seconds) => UPlot.tzDate(new Date(seconds * 1000), zone),
        scales: { y: { range: (_plot, _least, most) => [0, Math.max(most, 1) * 1.1] } },
        axes: [
          timeAxis(tell, daily ? 86_400 : 60),
          { ...axis(), values: (_plot, splits) => splits.map((split) => numbers.format(split)) },
        ],
        series: [
          {},
          ...lines.map(({ name }, index) => ({
            label: name,
            stroke: paint(COLORS[index] ?? '--text-quiet'),
            width: 2,
            // A single point between two gaps is no line.
            points: { show: moments.length < 2 },
          })),
        ],
      },
      [moments.map((at) => at / 1000), ...lines.map(({ values }) => [...values])],
      element,
    );
    const fit = new ResizeObserver(() => {
      plot.setSize({ width: element.clientWidth, height: HEIGHT });
    });
    fit.observe(element);
    return () => {
      fit.disconnect();
      plot.destroy();
    };
  }, [moments, lines, daily, timezone, locale, timeOf, shortDayOf]);
  return <div ref={place} className="plot-place" role="img" aria-label={label} />;
}

/** What time may be divided into on an axis, in seconds. */
const TIMES = [60, 300, 600, 900, 1_800, 3_600, 7_200, 10_800, 14_400, 21_600, 86_400, 172_800, 604_800];

/** An axis of time whose marks stand no closer than `least` seconds: closer ones would be called the same. */
export function timeAxis(tell: (seconds: number) => string, least: number): UPlot.Axis {
  return {
    ...axis(),
    incrs: TIMES.filter((seconds) => seconds >= least),
    values: (_plot, splits) => splits.map(tell),
  };
}

/** An axis in our colours. */
export function axis() {
  const line = paint('--line');
  return { stroke: paint('--text-quiet'), grid: { stroke: line, width: 1 }, ticks: { stroke: line } };
}

/** A colour of ours as a canvas takes it: it knows no `light-dark()`. */
export function paint(name: string): string {
  const probe = document.createElement('span');
  probe.style.color = `var(${name})`;
  document.body.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}
