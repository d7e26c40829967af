import { classColour } from './drawPlane.ts';

const signs = ['■', '●', '▲', '◆', '▼', '⬢'];

/** Which class is added. */
export function ClassChoice({
  count,
  canAdd,
  label,
  onChange,
}: {
  count: number;
  canAdd: boolean;
  label: number;
  onChange: (label: number) => void;
}) {
  return (
    <fieldset class="points-classes">
      <legend>Click adds a point of class</legend>
      {Array.from({ length: count }, (_, i) => (
        <button key={signs[i]} type="button" aria-pressed={i === label} onClick={() => onChange(i)}>
          <span aria-hidden="true" style={{ color: i === label ? '' : `var(${classColour(i, count === 2)})` }}>
            {signs[i]}
          </span>{' '}
          {i}
        </button>
      ))}
      {canAdd && (
        <button type="button" onClick={() => onChange(count)}>
          + <span class="unseen">another class</span>
        </button>
      )}
    </fieldset>
  );
}
