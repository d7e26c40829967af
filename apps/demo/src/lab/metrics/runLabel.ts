import type { LabState } from '../state/labState.ts';

/** What a run is called: its data, its network and how it was trained, shortly. */
export function runLabel({ data: { source }, model, training }: LabState): string {
  const data = source.kind === 'preset' ? source.name : source.kind === 'table' ? 'table' : 'points';
  const { optimizer, rate, batch, penalty } = training;
  const layers = model.network
    .split('>')
    .slice(1)
    .map((layer) => layer.trim().replace(/^linear /, ''));
  return [
    data,
    layers.join(' > '),
    `${optimizer} ${rate}`,
    `batch ${batch}`,
    ...(penalty === 0 ? [] : [`penalty ${penalty}`]),
  ].join(', ');
}
