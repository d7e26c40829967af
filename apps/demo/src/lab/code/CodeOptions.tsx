import { codeTargets } from '../state/choices.ts';
import { look } from '../store.ts';
import type { CodeChoice } from './codeChoice.ts';
import { type Target, targets } from './targets.ts';

const groups = [...new Set(codeTargets.map((target) => targets[target].group))];

type Option = Target['options'][number];

/** Which language, and how. */
export function CodeOptions({ choice }: { choice: CodeChoice }) {
  const set = (parts: Partial<CodeChoice>): void => look({ code: { ...choice, ...parts } });
  const { options } = targets[choice.target];
  const text = (name: 'name' | 'table', title: string) => (
    <label key={name}>
      {title}
      <input
        type="text"
        value={choice[name]}
        maxLength={60}
        spellcheck={false}
        onChange={({ currentTarget }) => set({ [name]: currentTarget.value })}
      />
    </label>
  );
  const check = (name: 'floats' | 'machine', title: string) => (
    <label key={name}>
      <input
        type="checkbox"
        checked={choice[name]}
        onChange={({ currentTarget }) => set({ [name]: currentTarget.checked })}
      />
      {title}
    </label>
  );
  const pick = (name: 'vectors' | 'digits', title: string, values: readonly number[]) => (
    <label key={name}>
      {title}
      <select value={choice[name]} onChange={({ currentTarget }) => set({ [name]: Number(currentTarget.value) })}>
        {[...new Set([...values, choice[name]])].map((value) => (
          <option key={value} value={value}>
            {name === 'digits' && value > 16 ? 'all' : value}
          </option>
        ))}
      </select>
    </label>
  );
  const controls: Readonly<Record<Option, () => preact.JSX.Element>> = {
    name: () => text('name', 'Name'),
    table: () => text('table', 'Table'),
    floats: () => check('floats', '32-bit floats'),
    machine: () => check('machine', 'the machine’s own functions'),
    vectors: () => pick('vectors', 'Rows to check it', [0, 8, 16, 32, 64]),
    digits: () => pick('digits', 'Digits', [3, 4, 6, 9, 17]),
  };
  return (
    <div class="code-options">
      <label>
        Language
        <select
          value={choice.target}
          onChange={({ currentTarget }) => set({ target: currentTarget.value as CodeChoice['target'] })}
        >
          {groups.map((group) => (
            <optgroup key={group} label={group}>
              {codeTargets
                .filter((target) => targets[target].group === group)
                .map((target) => (
                  <option key={target} value={target}>
                    {targets[target].title}
                  </option>
                ))}
            </optgroup>
          ))}
        </select>
      </label>
      {options.map((option) => controls[option]())}
    </div>
  );
}
