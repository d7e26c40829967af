import { useEffect, useState } from 'preact/hooks';
import { type Limits, numberTrouble } from './numberTrouble.ts';

/** A field for a number. Only good ones are passed on, when they are complete. */
export function NumberInput({
  id,
  value,
  limits,
  onChange,
  onTrouble,
}: {
  id: string;
  value: number;
  limits: Limits;
  onChange: (value: number) => void;
  onTrouble: (trouble: string | undefined) => void;
}) {
  const [isBad, setBad] = useState(false);
  const take = (input: HTMLInputElement): void => {
    const trouble = input.validity.badInput ? 'This is not a number.' : numberTrouble(input.value, limits);
    setBad(trouble !== undefined);
    onTrouble(trouble);
    if (trouble === undefined && Number(input.value) !== value) onChange(Number(input.value));
  };
  useEffect(() => {
    setBad(false);
    onTrouble(undefined);
  }, [value]);
  return (
    <input
      type="number"
      id={id}
      value={value}
      min={limits.least}
      max={limits.most}
      step={limits.step}
      aria-invalid={isBad}
      aria-describedby={isBad ? `${id}-trouble` : undefined}
      onChange={({ currentTarget }) => take(currentTarget)}
    />
  );
}
