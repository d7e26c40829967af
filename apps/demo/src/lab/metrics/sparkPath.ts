/** The outline of a curve in a box, from left to right, high values on top. */
export function sparkPath(values: readonly number[], width: number, height: number): string {
  const good = values.filter(Number.isFinite);
  if (good.length < 2) return '';
  const [low, high] = [Math.min(...good), Math.max(...good)];
  return good
    .map((value, i) => {
      const x = (width * i) / (good.length - 1);
      const y = high === low ? height / 2 : (height * (high - value)) / (high - low);
      return `${i === 0 ? 'M' : 'L'}${x.toFixed(1)},${y.toFixed(1)}`;
    })
    .join('');
}
