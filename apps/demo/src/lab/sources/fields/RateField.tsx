import { useEffect, useState } from 'preact/hooks';
import { Field } from './Field.tsx';
import { NumberInput } from './NumberInput.tsx';

const limits = { least: 1e-9, most: 1e6, step: 'any' } as const;
const [least, most] = [-5, 1];

/** The learning rate: a slider over powers of ten, and a field for any. */
export function RateField({ value, onChange }: { value: number; onChange: (rate: number) => void }) {
  const [trouble, setTrouble] = useState<string>();
  const [dragged, setDragged] = useState(value);
  useEffect(() => setDragged(value), [value]);
  return (
    <Field id="training-rate" label="Rate" trouble={trouble}>
      <input
        type="range"
        min={least}
        max={most}
        step={0.05}
        value={Math.log10(dragged)}
        aria-label="Rate, by powers of ten"
        aria-valuetext={String(dragged)}
        onInput={({ currentTarget }) => setDragged(rateAt(currentTarget.value))}
        onChange={({ currentTarget }) => onChange(rateAt(currentTarget.value))}
      />
      <NumberInput id="training-rate" value={dragged} limits={limits} onChange={onChange} onTrouble={setTrouble} />
    </Field>
  );
}

const rateAt = (place: string): number => Number((10 ** Number(place)).toPrecision(2));
