import { Field } from './Field.tsx';

/** A choice of one out of few. */
export function SelectField<T extends string>({
  id,
  label,
  value,
  options,
  onChange,
}: {
  id: string;
  label: string;
  value: T;
  options: readonly { readonly value: T; readonly text: string; readonly isOut?: boolean }[];
  onChange: (value: T) => void;
}) {
  return (
    <Field id={id} label={label}>
      <select id={id} value={value} onChange={({ currentTarget }) => onChange(currentTarget.value as T)}>
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.isOut ?? false}>
            {option.text}
          </option>
        ))}
      </select>
    </Field>
  );
}
