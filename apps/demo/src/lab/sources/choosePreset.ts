import type { PresetName } from '../state/labState.ts';
import { presets } from '../state/presets.ts';
import { state } from '../store.ts';
import { isUntouched, presetWithOwnNetwork, withPreset } from './nextState.ts';
import { openWithNotice } from './notice.ts';

/** Opens a preset; who has changed the network or the training may keep theirs. */
export function choosePreset(name: PresetName): void {
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
