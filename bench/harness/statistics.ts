/** A sorted copy. */
export const ordered = (numbers: readonly number[]): number[] => [...numbers].sort((a, b) => a - b);

/** Median and quartiles. */
export function quartiles(numbers: readonly number[]): readonly [low: number, median: number, high: number] {
  const sorted = ordered(numbers);
  const at = (part: number): number => sorted[Math.round(part * (sorted.length - 1))] as number;
  return [at(0.25), at(0.5), at(0.75)];
}

/** Median of how many times as long the one took as the other, round by round. */
export function ratio(slower: readonly number[], faster: readonly number[]): number {
  return quartiles(slower.map((time, round) => time / (faster[round] as number)))[1];
}
