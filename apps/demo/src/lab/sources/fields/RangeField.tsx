import { useEffect, useState } from 'preact/hooks';
import { Field } from './Field.tsx';

/** A slider with its value beside it. What it shows while it is dragged is passed on when it is let go. */
export function RangeField({
  id,
  label,
  value,
  least = 0,
  most,
  step,
  shown,
  onChange,
}: {
  id: string;
  label: string;
  value: number;
  least?: number;
  most: number;
  step: number;
  /** How a value is written. */
  shown: (value: number) => string;
  onChange: (value: number) => void;
}) {
  const [dragged, setDragged] = useState(value);
  useEffect(() => setDragged(value), [value]);
  return (
    <Field id={id} label={label}>
      <input
        type="range"
        id={id}
        min={least}
        max={most}
        step={step}
        value={dragged}
        aria-valuetext={shown(dragged)}
        onInput={({ currentTarget }) => setDragged(Number(currentTarget.value))}
        onChange={({ currentTarget }) => onChange(Number(currentTarget.value))}
      />
      <output class="number" for={id}>
        {shown(dragged)}
      </output>
    </Field>
  );
}
