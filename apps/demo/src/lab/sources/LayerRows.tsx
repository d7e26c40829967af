import { type ActivationName, activationNames } from '../network/activationNames.ts';
import { type Block, blocksOf, standardized, withLayer, withoutRow, withRow } from '../network/blocks.ts';
import { edit, runningNetwork } from './networkDraft.ts';

/** The network as rows, one for each layer. */
export function LayerRows() {
  const network = runningNetwork.value;
  if (network === undefined) return null;
  const { rows, isStandardized } = blocksOf(network);
  return (
    <fieldset class="sources-layers">
      <legend>As blocks</legend>
      <label class="sources-check">
        <input
          type="checkbox"
          checked={isStandardized}
          onChange={({ currentTarget }) => edit((now) => standardized(now, currentTarget.checked))}
        />
        Standardize the {network.inputs} {network.inputs === 1 ? 'input' : 'inputs'}
      </label>
      <ol>
        {rows.map((row, i) => (
          <LayerRow key={i} row={row} at={i} isLast={i === rows.length - 1} />
        ))}
      </ol>
      <button type="button" class="sources-small" onClick={() => edit(withLayer)}>
        Add a layer
      </button>
    </fieldset>
  );
}

function LayerRow({ row: { width, activation }, at, isLast }: { row: Block; at: number; isLast: boolean }) {
  const name = isLast ? 'outputs' : `layer ${at + 1}`;
  const set = (change: Partial<Block>): void => edit((network) => withRow(network, at, change));
  return (
    <li>
      <span class="sources-width">
        <button type="button" disabled={isLast || width === 1} onClick={() => set({ width: width - 1 })}>
          <span aria-hidden="true">−</span>
          <span class="unseen">Narrower: {name}</span>
        </button>
        <input
          type="number"
          min="1"
          max="1000"
          value={width}
          disabled={isLast}
          aria-label={`Width of ${name}`}
          onChange={({ currentTarget }) => {
            set({ width: Number(currentTarget.value) });
            currentTarget.value = String(Math.min(Math.max(Math.round(Number(currentTarget.value)) || 1, 1), 1000));
          }}
        />
        <button type="button" disabled={isLast || width === 1000} onClick={() => set({ width: width + 1 })}>
          <span aria-hidden="true">+</span>
          <span class="unseen">Wider: {name}</span>
        </button>
      </span>
      <select
        aria-label={`Activation of ${name}`}
        value={activation ?? ''}
        onChange={({ currentTarget: { value } }) =>
          set({ activation: value === '' ? undefined : (value as ActivationName) })
        }
      >
        <option value="">none</option>
        {activationNames
          .filter((each) => isLast || each !== 'softmax')
          .map((each) => (
            <option key={each} value={each}>
              {each}
            </option>
          ))}
      </select>
      <button
        type="button"
        class="sources-remove"
        disabled={isLast}
        title={isLast ? 'The outputs follow from the data' : 'Remove'}
        onClick={() => edit((network) => withoutRow(network, at))}
      >
        <span aria-hidden="true">×</span>
        <span class="unseen">Remove {name}</span>
      </button>
    </li>
  );
}
