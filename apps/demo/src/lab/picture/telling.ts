import type { Split } from '../data/split.ts';

/** The two features by which classes differ most: those with the largest variance between classes for the variance as a whole. */
export function telling({ task, features, training, classes }: Split): readonly [number, number] {
  if (features.length <= 2 || task === 'regression') return [0, 1];
  const ratio = (column: Float64Array): number => {
    const of = (wanted?: number): { mean: number; square: number; count: number } => {
      let [sum, square, count] = [0, 0, 0];
      column.forEach((value, row) => {
        if (wanted !== undefined && training.target[row] !== wanted) return;
        sum += value;
        square += value * value;
        count++;
      });
      return { mean: sum / (count || 1), square: square / (count || 1), count };
    };
    const { mean, square, count } = of();
    const between = classes.reduce((total, _, k) => {
      const its = of(k);
      return total + its.count * (its.mean - mean) ** 2;
    }, 0);
    return between / count / (square - mean * mean || 1);
  };
  const ratios = training.inputs.map(ratio);
  const [first, second] = ratios.map((_, i) => i).sort((a, b) => (ratios[b] as number) - (ratios[a] as number));
  return [first, second].sort((a, b) => (a as number) - (b as number)) as [number, number];
}
