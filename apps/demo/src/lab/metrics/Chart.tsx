import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import UPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { grouped } from './grouped.ts';
import type { Line } from './line.ts';
import { scheme } from './scheme.ts';

/** Curves over steps, drawn on a canvas. */
export function Chart({
  lines,
  range,
  isLogarithmic = false,
  height = 180,
  shown,
  about,
}: {
  lines: readonly Line[];
  /** The ends of the axis; without them, as far as the values go. */
  range?: readonly [number, number];
  isLogarithmic?: boolean;
  height?: number;
  /** How a value is written at the axis. */
  shown: (value: number) => string;
  /** What there is to see, in words. */
  about: string;
}) {
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<UPlot>(null);
  const colours = scheme.value;
  const looks = JSON.stringify([
    colours,
    isLogarithmic,
    lines.map(({ label, colour, width, dash, isFaint }) => [label, colour, width, dash, isFaint]),
  ]);
  const data = UPlot.join(lines.map(({ xs, ys }) => [xs, ys] as unknown as UPlot.AlignedData));
  useEffect(() => {
    const element = box.current as HTMLDivElement;
    const plot = new UPlot(options(element, lines, { range, isLogarithmic, height, shown }), data, element);
    chart.current = plot;
    const observer = new ResizeObserver(() => plot.setSize({ width: element.clientWidth, height }));
    observer.observe(element);
    return () => {
      observer.disconnect();
      plot.destroy();
    };
  }, [looks]);
  useLayoutEffect(() => {
    chart.current?.setData(data); // in the same frame of the screen as all else
  });
  return (
    <div>
      <div ref={box} class="metrics-chart" role="img" aria-label={about} style={{ height: `${height}px` }} />
      <p class="metrics-readout" aria-hidden="true" />
    </div>
  );
}

function options(
  element: HTMLElement,
  lines: readonly Line[],
  {
    range,
    isLogarithmic,
    height,
    shown,
  }: {
    range: readonly [number, number] | undefined;
    isLogarithmic: boolean;
    height: number;
    shown: (value: number) => string;
  },
): UPlot.Options {
  const colourOf = (name: string): string => {
    element.style.color = `var(${name})`;
    const { color } = getComputedStyle(element);
    element.style.color = '';
    return color;
  };
  const axis: UPlot.Axis = {
    stroke: colourOf('--faint'),
    grid: { stroke: colourOf('--line'), width: 1 },
    ticks: { stroke: colourOf('--line'), width: 1, size: 4 },
    font: '12px system-ui, sans-serif',
    gap: 4,
  };
  return {
    width: element.clientWidth,
    height,
    legend: { show: false },
    cursor: { y: false, drag: { x: false, y: false }, points: { size: 6 } },
    hooks: { setCursor: [(plot) => readout(element.nextElementSibling, plot, shown)] },
    padding: [8, 12, 0, 0],
    scales: {
      x: { time: false },
      y: {
        ...(isLogarithmic ? { distr: 3 as const } : {}),
        ...(range === undefined ? {} : { range: [range[0], range[1]] as [number, number] }),
      },
    },
    axes: [
      { ...axis, size: 24, space: 60, values: (_, steps) => steps.map((step) => grouped(step)) },
      {
        ...axis,
        grid: { ...axis.grid, ...(isLogarithmic ? { filter: decades } : {}) },
        size: 52,
        space: 28,
        values: (_, values) => values.map((value) => (value === null ? '' : shown(value))),
      },
    ],
    series: [
      {},
      ...lines.map(({ label, colour, width, dash, isFaint }) => ({
        label,
        stroke: colourOf(colour),
        width,
        dash: [...dash],
        alpha: isFaint ? 0.35 : 1,
        spanGaps: true,
        points: { show: false },
      })),
    ],
  };
}

/** Powers of ten only. */
const decades = (_: UPlot, values: number[]): (number | null)[] =>
  values.map((value) => (Number.isInteger(Number(Math.log10(value).toFixed(9))) ? value : null));

/** Writes what the curves are where the pointer is. */
function readout(line: Element | null, { cursor, data, series }: UPlot, shown: (value: number) => string): void {
  if (line === null) return;
  const { idx } = cursor;
  const values = series.slice(1).flatMap(({ label }, i) => {
    const value = typeof idx === 'number' ? data[i + 1]?.[idx] : undefined;
    return typeof value === 'number' ? [`${label} ${shown(value)}`] : [];
  });
  line.textContent =
    values.length === 0 ? '' : `Step ${grouped(data[0][idx as number] as number)}: ${values.join(', ')}`;
}
