import type { Session } from '../run/session.ts';
import type { View } from '../state/labState.ts';
import { boundaryGrid } from './boundaryGrid.ts';
import type { Grid, Range } from './grid.ts';
import type { Mistakes } from './mistakes.ts';
import { type NeuronMaps, neuronMaps } from './neuronMaps.ts';
import { planeTable } from './planeTable.ts';

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

/** Cells of a side of a neuron's map. */
const mapSide = 24;

/** What the Picture tab shows. What is drawn over a plane is here from the start; what other data need is fetched for them. */
export async function picture(session: Session, view: View): Promise<Picture | undefined> {
  if (view.tab !== 'picture') return undefined;
  const { data } = session;
  if (data.features.length === 1) return (await import('./curveOf.ts')).curveOf(session);
  if (data.vector !== undefined && Number.isInteger(Math.sqrt(data.features.length)) && data.task === 'classes')
    return (await import('./imagesOf.ts')).imagesOf(session);
  if (data.features.length > 2 && data.task === 'regression') return (await import('./pairsOf.ts')).pairsOf(session);
  const wanted = view.axes;
  const fits = wanted?.every((axis) => axis < data.features.length) && wanted[0] !== wanted[1];
  const axes = wanted !== undefined && fits ? wanted : await telling(session);
  const grid = boundaryGrid(session, axes);
  return {
    kind: 'plane',
    grid,
    maps: await neuronMaps(session, planeTable(data, axes, [grid.x, grid.y], mapSide)),
  };
}

/** The two features that tell most. */
async function telling({ data }: Session): Promise<readonly [number, number]> {
  return data.features.length <= 2 ? [0, 1] : (await import('./telling.ts')).telling(data);
}
