import type { Table } from '../data/labData.ts';
import type { Session } from '../run/session.ts';
import type { View } from '../state/labState.ts';
import { boundaryGrid } from './boundaryGrid.ts';
import { extent } from './extent.ts';
import { centre, type Grid, type Range } from './grid.ts';
import { type Mistakes, mistakes } from './mistakes.ts';
import { type NeuronMaps, neuronMaps } from './neuronMaps.ts';
import { neuronWeights } from './neuronWeights.ts';
import { planeTable } from './planeTable.ts';
import { telling } from './telling.ts';

/** What is drawn of a network: over a plane of two features, along one, as misread images, or as predicted against true. */
export type Picture =
  | { readonly kind: 'plane'; readonly grid: Grid; readonly maps: NeuronMaps }
  | { readonly kind: 'curve'; readonly curve: Curve; readonly maps: NeuronMaps }
  | { readonly kind: 'images'; readonly mistakes: Mistakes; readonly maps: NeuronMaps }
  | { readonly kind: 'scatter'; readonly range: Range; readonly training: Pairs; readonly test: Pairs };

/** Predictions along one feature: a list for each output, at equal distances. */
export interface Curve {
  readonly x: Range;
  readonly y: Range;
  readonly outputs: readonly Float32Array[];
}

/** True and predicted numbers. */
export interface Pairs {
  readonly actual: Float32Array;
  readonly predicted: Float32Array;
}

/** Cells of a side of a neuron's map; places of its curve. */
const mapSide = 24;
const curvePlaces = 240;
const mapPlaces = 48;
const mostPairs = 1000;

/** What the Picture tab shows. */
export async function picture(session: Session, view: View): Promise<Picture | undefined> {
  if (view.tab !== 'picture') return undefined;
  const { data } = session;
  if (data.features.length === 1)
    return { kind: 'curve', curve: curveOf(session), maps: await neuronMaps(session, line(session, mapPlaces)) };
  if (data.vector !== undefined && Number.isInteger(Math.sqrt(data.features.length)) && data.task === 'classes')
    return { kind: 'images', mistakes: mistakes(session), maps: neuronWeights(session) };
  if (data.features.length > 2 && data.task === 'regression') {
    const range = extent(data, 'target');
    return { kind: 'scatter', range, training: pairs(session, data.training), test: pairs(session, data.test) };
  }
  const wanted = view.axes;
  const fits = wanted?.every((axis) => axis < data.features.length) && wanted[0] !== wanted[1];
  const axes = wanted !== undefined && fits ? wanted : telling(data);
  const grid = boundaryGrid(session, axes);
  return {
    kind: 'plane',
    grid,
    maps: await neuronMaps(session, planeTable(data, axes, [grid.x, grid.y], mapSide)),
  };
}

function line({ data }: Session, count: number): Table {
  const x = extent(data, 0);
  const inputs = [Float64Array.from({ length: count }, (_, i) => centre(x, count, i))];
  return { count, inputs, target: new Float64Array(count) };
}

function curveOf(session: Session): Curve {
  const { data } = session;
  const outputs = session.predict(line(session, curvePlaces)).map((column) => Float32Array.from(column));
  return { x: extent(data, 0), y: data.task === 'regression' ? extent(data, 'target') : [-0.08, 1.08], outputs };
}

function pairs(session: Session, { count, inputs, target }: Table): Pairs {
  const shown = Math.min(count, mostPairs);
  const part = {
    count: shown,
    inputs: inputs.map((column) => column.subarray(0, shown)),
    target: target.subarray(0, shown),
  };
  const [predicted = new Float64Array()] = shown === 0 ? [] : session.predict(part);
  return { actual: Float32Array.from(part.target), predicted: Float32Array.from(predicted) };
}
