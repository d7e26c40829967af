import { grouped } from '../metrics/grouped.ts';
import { parameterCount } from '../network/parameterCount.ts';
import { change, state } from '../store.ts';
import { SeedField } from './fields/SeedField.tsx';
import { LayerRows } from './LayerRows.tsx';
import { NetworkField } from './NetworkField.tsx';
import { runningNetwork } from './networkDraft.ts';

/** The network, as text and as blocks. */
export function NetworkSection() {
  const { model } = state.value;
  const network = runningNetwork.value;
  const count = network === undefined ? undefined : parameterCount(network);
  return (
    <section class="sources-section" aria-labelledby="network-heading">
      <h2 id="network-heading">
        Network{' '}
        {count !== undefined && (
          <span class="faint">
            {grouped(count)} {count === 1 ? 'parameter' : 'parameters'}
          </span>
        )}
      </h2>
      <NetworkField />
      <LayerRows />
      <SeedField
        id="model-seed"
        of="the weights"
        value={model.seed}
        onChange={(seed) => change({ model: { ...model, seed } })}
      />
    </section>
  );
}
