const levels = '▁▂▃▄▅▆▇█';

/** Numbers as a row of bars, at most `width` of them: each is the mean of its share, the lowest ▁ and the highest █. */
export function sparkline(values: readonly number[], width: number): string {
  const count = Math.min(width, values.length);
  const means = Array.from({ length: count }, (_, i) => {
    const share = values.slice(Math.floor((i * values.length) / count), Math.floor(((i + 1) * values.length) / count));
    return share.reduce((a, b) => a + b, 0) / share.length;
  });
  const [low, high] = [Math.min(...means), Math.max(...means)];
  const level = (value: number): number => (high > low ? Math.round(((value - low) / (high - low)) * 7) : 0);
  return means.map((mean) => levels[level(mean)]).join('');
}
