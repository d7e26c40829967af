import { LabError } from '../../state/labError.ts';

const shown = 5;

/**
 * Refuses a table if there is anything wrong with it: the first five things, a line each, and how many more there are.
 * @throws LabError if there are any.
 */
export function refuse(problems: readonly string[]): void {
  if (problems.length === 0) return;
  const more = problems.length - shown;
  throw new LabError(
    'data',
    [...problems.slice(0, shown), ...(more > 0 ? [`… and ${more} more like these.`] : [])].join('\n'),
  );
}
