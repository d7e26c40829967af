/** CASE WHEN condition THEN value … ELSE otherwise END; without `otherwise`, NULL. */
export const cases = (whens: readonly (readonly [condition: string, value: string])[], otherwise?: string): string =>
  `CASE ${whens.map(([condition, value]) => `WHEN ${condition} THEN ${value} `).join('')}${
    otherwise === undefined ? '' : `ELSE ${otherwise} `
  }END`;

/** Whether a text is a number as dialects print them, and which. */
export function numberIn(text: string): number | undefined {
  const digits = /^\(?(-?[\d.]+(?:e[+-]?\d+)?)(?:::float8)?\)?$/.exec(text)?.[1];
  return digits === undefined ? undefined : Number(digits);
}
