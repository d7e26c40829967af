import type { LabState, PresetName } from '../state/labState.ts';
import { presets } from '../state/presets.ts';

/** What of a preset is set otherwise. */
interface Changes {
  readonly data?: Partial<LabState['data']>;
  readonly network?: string;
  readonly training?: Partial<LabState['training']>;
  readonly view?: Partial<LabState['view']>;
  readonly weights?: number[];
}

/** A preset with some things set otherwise. */
export function variant(name: PresetName, { data, network, training, view, weights }: Changes): LabState {
  const { state } = presets[name];
  return {
    ...state,
    data: { ...state.data, ...data },
    model: { ...state.model, ...(network === undefined ? {} : { network }) },
    training: { ...state.training, ...training },
    view: { ...state.view, ...view },
    ...(weights === undefined ? {} : { weights }),
  };
}

/** A table without a part for tests, the last column to be predicted. */
export const table = (
  heading: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): LabState['data'] => ({
  source: { kind: 'table', csv: [heading, ...rows].map((row) => row.join(',')).join('\n'), target: '' },
  test: 0,
  seed: 1,
});
