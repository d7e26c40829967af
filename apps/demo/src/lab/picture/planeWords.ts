import type { Grid } from './grid.ts';
import { percent, shortNumber } from './shortNumber.ts';

/** A picture over a plane in words, for those who do not see it. */
export function planeWords(
  { axes, x, y, values, classes, scale }: Grid,
  features: readonly string[],
  names: readonly string[],
): string {
  const [across, up] = axes.map((axis) => features[axis]);
  const where = `${across} from ${shortNumber(x[0])} to ${shortNumber(x[1])} and ${up} from ${shortNumber(y[0])} to ${shortNumber(y[1])}`;
  if (scale !== undefined) {
    const place = (part: number): string => shortNumber(scale[0] + part * (scale[1] - scale[0]));
    const [low, high] = [values.reduce((a, b) => Math.min(a, b)), values.reduce((a, b) => Math.max(a, b))];
    return `Predictions over ${where}: from ${place(low)} to ${place(high)}.`;
  }
  const shares = new Array<number>(Math.max(2, names.length)).fill(0);
  values.forEach((value, i) => {
    const which = classes?.[i] ?? (value >= 0.5 ? 1 : 0);
    shares[which] = (shares[which] ?? 0) + 1 / values.length;
  });
  const parts = shares.map((share, i) => `${names[i] ?? i} on ${percent(share)}`);
  return `Predicted classes over ${where}: ${parts.join(', ')} of the area.`;
}
