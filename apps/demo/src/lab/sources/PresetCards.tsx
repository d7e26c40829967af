import { presetNames } from '../state/choices.ts';
import type { PresetName } from '../state/labState.ts';
import { presets } from '../state/presets.ts';
import { state } from '../store.ts';
import { isUntouched, presetWithOwnNetwork, withPreset } from './nextState.ts';
import { openWithNotice } from './notice.ts';
import { Sketch } from './Sketch.tsx';

/** The made sets, each with a tiny drawing and a sentence. */
export function PresetCards() {
  const { source } = state.value.data;
  const chosen = source.kind === 'preset' ? source.name : undefined;
  return (
    <ul class="sources-cards" aria-label="Presets">
      {presetNames.map((name) => (
        <li key={name}>
          <button
            type="button"
            class="sources-card"
            aria-pressed={name === chosen}
            aria-describedby={`preset-${name}`}
            title={presets[name].about}
            onClick={() => choose(name)}
          >
            <Sketch name={name} />
            <span>{presets[name].title}</span>
          </button>
          <span class="unseen" id={`preset-${name}`}>
            {presets[name].about}
          </span>
        </li>
      ))}
    </ul>
  );
}

function choose(name: PresetName): void {
  const before = state.value;
  openWithNotice(
    withPreset(before, name),
    isUntouched(before)
      ? undefined
      : {
          message: `${presets[name].title} brought its own network and training.`,
          before,
          other: { label: 'Keep mine', state: presetWithOwnNetwork(before, name) },
        },
  );
}
