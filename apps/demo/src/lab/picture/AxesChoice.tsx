import { look } from '../store.ts';

/** Chooses the two features that the picture is drawn over. */
export default function AxesChoice({
  axes,
  features,
}: {
  axes: readonly [number, number];
  features: readonly string[];
}) {
  const choose = (side: 0 | 1, feature: number): void => {
    const other = axes[1 - side] as number;
    const kept = other === feature ? (axes[side] as number) : other; // the same twice: they change places
    look({ axes: side === 0 ? [feature, kept] : [kept, feature] });
  };
  return (
    <div class="picture-choice">
      {(['Across', 'Up'] as const).map((title, side) => (
        <label key={title}>
          {title}
          <select
            value={axes[side]}
            onChange={({ currentTarget }) => choose(side as 0 | 1, Number(currentTarget.value))}
          >
            {features.map((feature, i) => (
              <option key={feature} value={i}>
                {feature}
              </option>
            ))}
          </select>
        </label>
      ))}
      <p class="faint">The other features are at their mean.</p>
    </div>
  );
}
