import type { Table } from '../data/labData.ts';
import type { Session } from '../run/session.ts';
import { extent } from './extent.ts';
import { centre } from './grid.ts';
import { neuronMaps } from './neuronMaps.ts';
import type { Picture } from './picture.ts';

/** Places of the curve, and of a neuron's. */
const curvePlaces = 240;
const mapPlaces = 48;

/** Predictions along the one feature. */
export async function curveOf(session: Session): Promise<Picture> {
  const { data } = session;
  const outputs = session.predict(line(session, curvePlaces)).map((column) => Float32Array.from(column));
  const y = data.task === 'regression' ? extent(data, 'target') : ([-0.08, 1.08] as const);
  const maps = await neuronMaps(session, line(session, mapPlaces));
  return { kind: 'curve', curve: { x: extent(data, 0), y, outputs }, maps };
}

function line({ data }: Session, count: number): Table {
  const x = extent(data, 0);
  const inputs = [Float64Array.from({ length: count }, (_, i) => centre(x, count, i))];
  return { count, inputs, target: new Float64Array(count) };
}
