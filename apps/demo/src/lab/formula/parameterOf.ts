/** The parameter that a key speaks of, 0 if it is of none. */
export function parameterOf(key: string | undefined, parameters: number): number {
  const [, index] = /^parameter:(\d+)$/.exec(key ?? '') ?? [];
  return Math.min(Number(index ?? 0), Math.max(0, parameters - 1));
}
