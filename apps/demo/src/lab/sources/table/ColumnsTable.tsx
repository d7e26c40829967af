import { type Choices, type Role, roleOf, withRole } from '../../data/table/choices.ts';
import type { ColumnView } from '../../data/table/readDraft.ts';

const roles: Readonly<Record<Role, string>> = {
  target: 'is predicted',
  input: 'is an input',
  encoded: 'an input for each word',
  ignored: 'is ignored',
};

/** The columns of a table, and what each is for. */
export function ColumnsTable({
  columns,
  choices,
  onChange,
}: {
  columns: readonly ColumnView[];
  choices: Choices;
  onChange: (choices: Choices) => void;
}) {
  const heading = columns.map(({ name }) => name);
  const used = columns.filter(({ name }) => roleOf(name, choices, heading) !== 'ignored');
  const gaps = used.reduce((sum, { missing }) => sum + missing, 0);
  const target = columns.find(({ name }) => roleOf(name, choices, heading) === 'target');
  return (
    <>
      <div class="table-columns">
        <table>
          <thead>
            <tr>
              <th scope="col">Column</th>
              <th scope="col">Holds</th>
              <th scope="col">Use</th>
            </tr>
          </thead>
          <tbody>
            {columns.map((column) => (
              <tr key={column.name}>
                <th scope="row">{column.name}</th>
                <td>{column.contents}</td>
                <td>
                  <select
                    aria-label={`Use of ${column.name}`}
                    value={roleOf(column.name, choices, heading)}
                    onChange={({ currentTarget }) =>
                      onChange(withRole(column.name, currentTarget.value as Role, choices, heading))
                    }
                  >
                    {Object.entries(roles).map(([role, text]) => (
                      <option key={role} value={role}>
                        {text}
                      </option>
                    ))}
                  </select>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div class="table-choices">
        {target !== undefined && target.holds === 'numbers' && (
          <label>
            {target.name} is{' '}
            <select
              value={choices.predict ?? target.predict}
              onChange={({ currentTarget }) =>
                onChange({ ...choices, predict: currentTarget.value as 'number' | 'class' })
              }
            >
              <option value="number">a number</option>
              <option value="class">a class</option>
            </select>
          </label>
        )}
        {(gaps > 0 || choices.incomplete !== undefined) && (
          <label>
            <input
              type="checkbox"
              checked={choices.incomplete !== undefined}
              onChange={({ currentTarget }) => {
                const { incomplete, ...rest } = choices;
                onChange(currentTarget.checked ? { ...rest, incomplete: 'leaveOut' } : rest);
              }}
            />{' '}
            Leave out rows with missing values
          </label>
        )}
      </div>
    </>
  );
}
