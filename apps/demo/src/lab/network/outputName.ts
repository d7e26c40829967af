import type { Split } from '../data/split.ts';

/** What an output is called: as its class, with the name of what is predicted before a number. */
export function outputName({ classes, targetName, task }: Split, i: number): string {
  if (task !== 'classes') return targetName;
  const name = classes[i] as string;
  return /^\d/.test(name) ? `${targetName}_${name}` : name;
}
