import type { LabState } from '../state/labState.ts';

/** What the data of a run are called. */
export const dataLabel = ({ data: { source } }: LabState): string =>
  source.kind === 'preset' ? source.name : source.kind;

/** What a run is called: its data, its network and how it was trained, shortly. */
export function runLabel(state: LabState): string {
  const { model, training } = state;
  const { optimizer, rate, batch, penalty } = training;
  const layers = model.network
    .split('>')
    .slice(1)
    .map((layer) => layer.trim().replace(/^linear /, ''));
  return [
    dataLabel(state),
    layers.join(' > '),
    `${optimizer} ${rate}`,
    `batch ${batch}`,
    ...(penalty === 0 ? [] : [`penalty ${penalty}`]),
  ].join(', ');
}
