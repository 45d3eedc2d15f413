import 'uplot/dist/uPlot.min.css';
import { useEffect, useRef } from 'react';
import UPlot from 'uplot';

interface PlotProps {
  readonly label: string;
  /** Days as `2026-01-07`, in their order. */
  readonly days: readonly string[];
  readonly series: readonly {
    readonly name: string;
    readonly values: readonly number[]; /** The property of `.plot` that has the line's colour: a canvas reads no custom ones. */
    readonly color: 'caret-color' | 'column-rule-color';
  }[];
}

const HEIGHT = 220;

/** A plot over days. What it shows stands in a table beside it, for those who do not see it. */
export function Plot({ label, days, series }: PlotProps) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const place = ref.current;
    if (place === null) return;
    const style = getComputedStyle(place);
    const axis = { stroke: style.color, grid: { stroke: style.borderColor, width: 1 } };
    const plot = new UPlot(
      {
        width: place.clientWidth,
        height: HEIGHT,
        axes: [axis, axis],
        series: [
          {},
          ...series.map(({ name, color }) => ({
            label: name,
            stroke: style.getPropertyValue(color),
            width: 2,
          })),
        ],
      },
      [days.map((day) => Date.parse(day) / 1000), ...series.map(({ values }) => [...values])],
      place,
    );
    const fit = new ResizeObserver(() => {
      plot.setSize({ width: place.clientWidth, height: HEIGHT });
    });
    fit.observe(place);
    return () => {
      fit.disconnect();
      plot.destroy();
    };
  }, [days, series]);
  return <div ref={ref} className="plot" role="img" aria-label={label} />;
}
