import { later } from '../page/later.tsx';
import type { PresetName } from '../state/labState.ts';
import { isShown } from '../store.ts';

const SketchMarks = later(() => import('./SketchMarks.tsx'));

/** A tiny drawing of a preset's data, after the first picture; only for the eye. */
export function Sketch({ name }: { name: PresetName }) {
  return (
    <svg class={`sources-sketch${name === 'iris' ? ' sources-many' : ''}`} viewBox="0 0 110 80" aria-hidden="true">
      {isShown.value && <SketchMarks name={name} />}
    </svg>
  );
}
