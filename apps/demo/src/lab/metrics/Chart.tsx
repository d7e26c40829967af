import { useEffect, useRef } from 'preact/hooks';
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
  useEffect(() => {
    chart.current?.setData(data);
  });
  return <div ref={box} class="metrics-chart" role="img" aria-label={about} style={{ height: `${height}px` }} />;
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
    cursor: { show: false },
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
