import type { Session } from '../run/session.ts';
import { extent } from './extent.ts';
import type { Grid } from './grid.ts';
import { likeliest } from './likeliest.ts';
import { planeTable } from './planeTable.ts';

/** Cells of a side. */
const side = 100;

/** What the network says over the plane of two features, others at their mean. */
export function boundaryGrid(session: Session, axes: readonly [number, number]): Grid {
  const { data } = session;
  const [x, y] = [extent(data, axes[0]), extent(data, axes[1])];
  const predicted = session.predict(planeTable(data, axes, [x, y], side));
  const place = { columns: side, rows: side, axes, x, y };
  if (data.task === 'classes') {
    const values = new Float32Array(side * side);
    const classes = Uint8Array.from(values, (_, i) => {
      const { which, certainty } = likeliest(predicted, i);
      values[i] = certainty;
      return which;
    });
    return { ...place, values, classes };
  }
  const [only] = predicted as readonly [Float64Array];
  if (data.task === 'binary') return { ...place, values: Float32Array.from(only, clamped) };
  const scale = extent(data, 'target', 0);
  const values = Float32Array.from(only, (value) => clamped((value - scale[0]) / (scale[1] - scale[0])));
  return { ...place, values, scale };
}

const clamped = (value: number): number => Math.min(1, Math.max(0, value));
