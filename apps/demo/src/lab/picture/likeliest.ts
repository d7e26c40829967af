/** The class with the largest value of a row, and how much larger than chance it is: 0 for no more than the others, 1 for certain. */
export function likeliest(columns: readonly Float64Array[], row: number): { which: number; certainty: number } {
  let which = 0;
  for (let i = 1; i < columns.length; i++)
    if ((columns[i]?.[row] as number) > (columns[which]?.[row] as number)) which = i;
  const chance = 1 / columns.length;
  const certainty = ((columns[which]?.[row] as number) - chance) / (1 - chance);
  return { which, certainty: Math.min(1, Math.max(0, certainty)) };
}
