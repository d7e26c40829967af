import { presetNames } from '../state/choices.ts';
import { presets } from '../state/presets.ts';
import { state } from '../store.ts';
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
            onClick={async () => (await import('./choosePreset.ts')).choosePreset(name)}
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
