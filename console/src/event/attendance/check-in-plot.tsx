import '../../styles/plots.css';
import 'uplot/dist/uPlot.min.css';
import { useEffect, useRef } from 'react';
import UPlot from 'uplot';
import { useMe } from '../../api/me.js';
import { useDates } from '../../format/dates.js';
import { axis, paint, timeAxis } from '../../layout/time-plot.js';
import { useTexts } from '../../texts/language.js';

interface CheckInPlotProps {
  /** When people checked in, in seconds, the first first. */
  readonly times: readonly number[];
  readonly seats: number;
}

const HEIGHT = 220;

/** How many had checked in by when; the table below says the same. */
export default function CheckInPlot({ times, seats }: CheckInPlotProps) {
  const { turnout: texts } = useTexts();
  const { timezone } = useMe();
  const { timeOf } = useDates();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    const paths = UPlot.paths.stepped?.({ align: 1 });
    const at = (seconds: number) => timeOf(new Date(seconds * 1000));
    const plot = new UPlot(
      {
        width: element.clientWidth,
        height: HEIGHT,
        legend: { show: false },
        tzDate: (seconds) => UPlot.tzDate(new Date(seconds * 1000), timezone),
        scales: { y: { range: [0, seats] } },
        axes: [timeAxis(at, 60), { ...axis(), incrs: [1, 2, 5, 10, 20, 50, 100, 200] }],
        series: [{}, { stroke: paint('--accent'), width: 2, ...(paths && { paths }) }],
      },
      stepsOf(times),
      element,
    );
    const watch = new ResizeObserver(() => {
      plot.setSize({ width: element.clientWidth, height: HEIGHT });
    });
    watch.observe(element);
    return () => {
      watch.disconnect();
      plot.destroy();
    };
  }, [times, seats, timezone, timeOf]);
  return (
    <div ref={place} className="plot-place" role="img" aria-label={texts.plotted(times.length, seats)} />
  );
}

/** From nobody, a little before the first, up by one for each. */
function stepsOf(times: readonly number[]): UPlot.AlignedData {
  const first = times[0] ?? 0;
  return [
    [first - 60, ...times],
    [0, ...times.map((_time, index) => index + 1)],
  ];
}
