import type { Session } from '../run/session.ts';
import { extent } from './extent.ts';
import type { Grid, Range } from './grid.ts';
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
    const classes = new Uint8Array(side * side);
    for (let i = 0; i < values.length; i++) {
      const { which, certainty } = likeliest(predicted, i);
      values[i] = certainty;
      classes[i] = which;
    }
    return { ...place, values, classes };
  }
  const [only] = predicted as readonly [Float64Array];
  if (data.task === 'binary') return { ...place, values: clamped(only, [0, 1]) };
  const scale = extent(data, 'target', 0);
  return { ...place, values: clamped(only, scale), scale };
}

/** Where each value lies between two numbers, from 0 to 1. */
function clamped(values: Float64Array, [low, high]: Range): Float32Array {
  const places = new Float32Array(values.length);
  for (let i = 0; i < places.length; i++)
    places[i] = Math.min(1, Math.max(0, ((values[i] as number) - low) / (high - low)));
  return places;
}
