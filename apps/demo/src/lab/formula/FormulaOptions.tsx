import { about, look } from '../store.ts';
import type { FormulaChoice } from './formulaChoice.ts';

const subjects: Readonly<Record<FormulaChoice['of'], string>> = {
  prediction: 'Prediction',
  loss: 'Loss',
  gradient: 'Gradient',
};
const lineKinds: Readonly<Record<FormulaChoice['lines'], string>> = {
  neurons: 'a line for each neuron',
  shared: 'as few lines as can be',
  every: 'a line for each operation',
};
const digitChoices = [2, 3, 4, 6, 9, 17];

/** What the formula is of, and how it is written. */
export function FormulaOptions({ choice, parameter }: { choice: FormulaChoice; parameter: number }) {
  const { parameters = 1 } = about.value ?? {};
  const set = (parts: Partial<FormulaChoice>): void => look({ formula: { ...choice, ...parts } });
  return (
    <div class="formula-options">
      <fieldset class="formula-subjects">
        <legend class="unseen">Formula of</legend>
        {(Object.keys(subjects) as FormulaChoice['of'][]).map((of) => (
          <button key={of} type="button" aria-pressed={choice.of === of} onClick={() => set({ of })}>
            {subjects[of]}
          </button>
        ))}
      </fieldset>
      {choice.of === 'gradient' && (
        <label>
          of the loss by parameter
          <input
            type="number"
            min={1}
            max={parameters}
            value={parameter + 1}
            onChange={({ currentTarget }) => {
              const number = Math.min(parameters, Math.max(1, Math.round(Number(currentTarget.value))));
              look({ selected: `parameter:${number - 1}` });
            }}
          />
          <span class="faint">of {parameters}, or select one in the graph or below</span>
        </label>
      )}
      <div class="formula-ways">
        <label>
          Lines
          <select
            value={choice.lines}
            onChange={({ currentTarget }) => set({ lines: currentTarget.value as FormulaChoice['lines'] })}
          >
            {Object.entries(lineKinds).map(([kind, words]) => (
              <option key={kind} value={kind}>
                {words}
              </option>
            ))}
          </select>
        </label>
        <label>
          Digits
          <select value={choice.digits} onChange={({ currentTarget }) => set({ digits: Number(currentTarget.value) })}>
            {[...new Set([...digitChoices, choice.digits])].map((digits) => (
              <option key={digits} value={digits}>
                {digits === 17 ? 'all' : digits}
              </option>
            ))}
          </select>
        </label>
        <label>
          <input
            type="checkbox"
            checked={choice.names}
            onChange={({ currentTarget }) => set({ names: currentTarget.checked })}
          />
          parameters as letters
        </label>
        <label>
          <input
            type="checkbox"
            checked={choice.expanded}
            onChange={({ currentTarget }) => set({ expanded: currentTarget.checked })}
          />
          in basic operations
        </label>
      </div>
    </div>
  );
}
