import { useState } from 'preact/hooks';
import { Field } from './Field.tsx';
import { NumberInput } from './NumberInput.tsx';
import { newSeed } from './newSeed.ts';

const limits = { least: 0, most: 2 ** 31 - 1, step: 1 } as const;

/** A seed, and a button that draws another. */
export function SeedField({
  id,
  of,
  value,
  onChange,
}: {
  id: string;
  /** What the seed is of. */
  of: string;
  value: number;
  onChange: (seed: number) => void;
}) {
  const [trouble, setTrouble] = useState<string>();
  return (
    <Field
      id={id}
      label={
        <>
          Seed<span class="unseen"> of {of}</span>
        </>
      }
      trouble={trouble}
    >
      <NumberInput id={id} value={value} limits={limits} onChange={onChange} onTrouble={setTrouble} />
      <button type="button" class="sources-small" onClick={() => onChange(newSeed())}>
        New<span class="unseen"> seed of {of}</span>
      </button>
    </Field>
  );
}
