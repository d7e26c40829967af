import { figured, tell } from '../store.ts';

let wanted: number | undefined;

/** Goes to a step, at most once a frame. */
function goTo(step: number): void {
  const isWaiting = wanted !== undefined;
  wanted = step;
  if (isWaiting) return;
  requestAnimationFrame(() => {
    tell({ kind: 'pause' });
    tell({ kind: 'goTo', step: wanted as number });
    wanted = undefined;
  });
}

/** A slider over the steps that were made. */
export function Scrubber() {
  const { step = 0, furthest = 0 } = figured.value?.clock ?? {};
  return (
    <input
      type="range"
      class="time-scrubber"
      aria-label="Step"
      aria-valuetext={`step ${step} of ${furthest}`}
      min={0}
      max={Math.max(furthest, 1)}
      disabled={furthest === 0}
      value={step}
      onInput={({ currentTarget }) => goTo(currentTarget.valueAsNumber)}
    />
  );
}
