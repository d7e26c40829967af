import { useRef } from 'preact/hooks';
import { resetWeight, setWeight } from './setWeight.ts';
import { trained } from './shown.ts';

interface Props {
  readonly index: number;
  readonly name: string;
  readonly value: number;
}

/** Changes a weight by hand. */
export function WeightControl({ index, name, value }: Props) {
  const reach = useRef(Math.max(3, Math.ceil(2 * Math.abs(value)))); // stays while one drags
  if (Math.abs(value) > reach.current) reach.current = Math.ceil(2 * Math.abs(value));
  const before = trained.value.get(index);
  const change = ({ currentTarget }: { currentTarget: HTMLInputElement }): void => {
    if (currentTarget.value !== '') setWeight(index, currentTarget.valueAsNumber);
  };
  return (
    <div class="graph-weight">
      <input
        type="range"
        aria-label={`${name} by hand`}
        min={-reach.current}
        max={reach.current}
        step={0.01}
        value={value}
        onInput={change}
      />
      <input
        type="number"
        aria-label={`Value of ${name}`}
        step={0.1}
        value={Number(value.toPrecision(6))}
        onChange={change}
      />
      <button type="button" disabled={before === undefined} onClick={() => resetWeight(index)}>
        As trained
      </button>
    </div>
  );
}
