import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { isPlaying } from '../store.ts';
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
  const held = useSignal<number | undefined>(undefined); // where the slider is until the run has got there
  const isHeld = useRef(false); // by a hand
  const slide = ({ currentTarget }: { currentTarget: HTMLInputElement }): void => {
    isHeld.current = true;
    held.value = currentTarget.valueAsNumber;
    setWeight(index, currentTarget.valueAsNumber);
  };
  const release = (): void => {
    isHeld.current = false;
    if (isPlaying.value) held.value = undefined; // a run that goes on does not come by
  };
  const write = ({ currentTarget }: { currentTarget: HTMLInputElement }): void => {
    held.value = undefined;
    if (currentTarget.value !== '') setWeight(index, currentTarget.valueAsNumber);
  };
  const reset = (): void => {
    held.value = undefined;
    resetWeight(index);
  };
  useEffect(() => {
    if (value === held.value) held.value = undefined;
  }, [value]);
  const isAhead = isHeld.current || before !== undefined;
  return (
    <div class="graph-weight">
      <input
        type="range"
        aria-label={`${name} by hand`}
        min={-reach.current}
        max={reach.current}
        step={0.01}
        value={isAhead ? (held.value ?? value) : value}
        onInput={slide}
        onChange={release}
        onBlur={release}
      />
      <input
        type="number"
        aria-label={`Value of ${name}`}
        step={0.1}
        value={Number(value.toPrecision(6))}
        onChange={write}
      />
      <button type="button" disabled={before === undefined} onClick={reset}>
        As trained
      </button>
    </div>
  );
}
