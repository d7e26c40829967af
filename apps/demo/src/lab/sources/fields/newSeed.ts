/** A seed that nobody knows before: a whole number of at most four digits, so that it can be read out. */
export function newSeed(): number {
  const [drawn] = crypto.getRandomValues(new Uint16Array(1)) as unknown as [number];
  return drawn % 10_000;
}
