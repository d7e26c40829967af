import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Grid } from './grid.ts';
import { ground } from './ground.ts';
import { pixels } from './pixels.ts';

/** A grid of values as a canvas of exactly its size. */
export function Field({
  grid,
  columns,
  rows,
  label,
  name,
}: {
  grid: Pick<Grid, 'values' | 'classes'>;
  columns: number;
  rows: number;
  label?: string;
  name: string;
}) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const now = ground.value;
  useLayoutEffect(() => {
    canvas.current?.getContext('2d')?.putImageData(new ImageData(pixels(grid, now), columns, rows), 0, 0);
  }, [grid, columns, rows, now]);
  return (
    <canvas
      ref={canvas}
      class={name}
      width={columns}
      height={rows}
      role={label === undefined ? undefined : 'img'}
      aria-label={label}
    />
  );
}
