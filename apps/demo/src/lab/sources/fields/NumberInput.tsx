import { useEffect, useState } from 'preact/hooks';

/** What a number may be. */
export interface Limits {
  readonly least: number;
  readonly most: number;
  /** 1 if it is to be whole. */
  readonly step: number | 'any';
}

/** What is wrong with a text that is to be a number within limits, if anything. */
export function troubleWith(text: string, { least, most, step }: Limits): string | undefined {
  const value = Number(text);
  const isGood = text.trim() !== '' && value >= least && value <= most && (step !== 1 || Number.isInteger(value));
  const shown = text.trim() === '' ? 'Nothing' : `“${text}”`;
  return isGood ? undefined : `${shown} is not ${step === 1 ? 'a whole' : 'a'} number from ${least} to ${most}.`;
}

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
    const trouble = input.validity.badInput ? 'This is not a number.' : troubleWith(input.value, limits);
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
