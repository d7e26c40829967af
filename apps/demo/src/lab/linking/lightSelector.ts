/**
 * Which elements with a key (`data-node`) light up for a key: those of the same node, of all neurons of a layer, and of an output its
 * neuron, where the network has so many layers.
 */
export function lightSelector(key: string, layers: number): string {
  const [kind, place = ''] = key.split(':');
  if (kind === 'layer') return `[data-node^="neuron:${CSS.escape(place)}:"]`;
  const same = `[data-node="${CSS.escape(key)}"]`;
  return kind === 'output' ? `${same}, [data-node="neuron:${layers - 1}:${CSS.escape(place)}"]` : same;
}
