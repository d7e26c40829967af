import { useState } from 'preact/hooks';
import { Field } from './Field.tsx';
import { NumberInput } from './NumberInput.tsx';
import type { Limits } from './numberTrouble.ts';

/** A number with a label. */
export function NumberField({
  id,
  label,
  ...rest
}: {
  id: string;
  label: string;
  value: number;
  limits: Limits;
  onChange: (value: number) => void;
}) {
  const [trouble, setTrouble] = useState<string>();
  return (
    <Field id={id} label={label} trouble={trouble}>
      <NumberInput id={id} {...rest} onTrouble={setTrouble} />
    </Field>
  );
}
