import { grouped } from '../metrics/grouped.ts';
import { about, change, state } from '../store.ts';
import { NumberField } from './fields/NumberField.tsx';
import { RangeField } from './fields/RangeField.tsx';
import { SeedField } from './fields/SeedField.tsx';

const percent = (value: number): string => `${Math.round(100 * value)} %`;
const counts = { least: 4, most: 5000, step: 1 } as const;

/** Sets that are made to any number of rows, and disturbed. */
const isMade = (name: string): boolean => name !== 'iris' && name !== 'digits';

/** How many rows there are, and what is done with them. */
export function DataFields() {
  const { data } = state.value;
  const { source, test, seed } = data;
  const rows = about.value?.rows;
  const set = (parts: Partial<typeof data>): void => change({ data: { ...data, ...parts } });
  return (
    <>
      {source.kind === 'preset' && source.name !== 'iris' && (
        <NumberField
          id="data-count"
          label="Rows"
          value={source.count}
          limits={source.name === 'digits' ? { ...counts, most: 1797 } : counts}
          onChange={(count) => set({ source: { ...source, count } })}
        />
      )}
      {source.kind === 'preset' && isMade(source.name) && (
        <RangeField
          id="data-noise"
          label="Noise"
          value={source.noise}
          most={1}
          step={0.01}
          shown={(value) => value.toFixed(2)}
          onChange={(noise) => set({ source: { ...source, noise } })}
        />
      )}
      <RangeField
        id="data-test"
        label="Test share"
        value={test}
        most={0.9}
        step={0.05}
        shown={percent}
        onChange={(share) => set({ test: share })}
      />
      <SeedField id="data-seed" of="the data" value={seed} onChange={(next) => set({ seed: next })} />
      {rows !== undefined && (
        <p class="faint">
          {grouped(rows.training)} rows to train on, {grouped(rows.test)} kept for the test.
        </p>
      )}
    </>
  );
}
