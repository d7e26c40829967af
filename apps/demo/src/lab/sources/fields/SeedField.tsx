import { useState } from 'preact/hooks';
import { Field } from './Field.tsx';
import { NumberInput } from './NumberInput.tsx';
import { newSeed } from './newSeed.ts';

const limits = { least: 0, most: 2 ** 31 - 1, step: 1 } as const;

/** A seed, and a button that draws another. */
export function SeedField({
  id,
  label,
  of,
  value,
  onChange,
}: {
  id: string;
  label: string;
  /** What the seed is of, for the button's name. */
  of: string;
  value: number;
  onChange: (seed: number) => void;
}) {
  const [trouble, setTrouble] = useState<string>();
  return (
    <Field id={id} label={label} trouble={trouble}>
      <NumberInput id={id} value={value} limits={limits} onChange={onChange} onTrouble={setTrouble} />
      <button type="button" class="sources-small" onClick={() => onChange(newSeed())}>
        New<span class="unseen"> seed of {of}</span>
      </button>
    </Field>
  );
}
