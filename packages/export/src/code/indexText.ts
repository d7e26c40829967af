/** A variable of a loop, or the number that stands for it where nothing loops. */
export type Index = string | number;

/** The text of constant + Σ factor · index. */
export function indexText(constant: number, ...terms: readonly (readonly [factor: number, index: Index])[]): string {
  let rest = constant;
  const parts: string[] = [];
  for (const [factor, index] of terms)
    if (typeof index === 'number') rest += factor * index;
    else if (factor !== 0) parts.push(factor === 1 ? index : `${factor} * ${index}`);
  if (rest !== 0 || parts.length === 0) parts.push(String(rest));
  return parts.join(' + ').replaceAll('+ -', '- ');
}
