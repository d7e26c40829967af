/**
 * The port that the variable PORT names; 0, any that is free, if it names none.
 * @throws Error if it is no port.
 */
export function portOf(env: Readonly<Record<string, string | undefined>>): number {
  const text = env['PORT'] ?? '';
  if (text === '') return 0;
  if (!/^\d+$/.test(text) || Number(text) > 65_535)
    throw new Error(`PORT is ${JSON.stringify(text)}, expected a whole number from 0 to 65535.`);
  return Number(text);
}
