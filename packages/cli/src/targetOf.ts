import { extname } from 'node:path';
import { usageError } from './errors.ts';
import { type Target, targetNames, targets } from './targets.ts';

/**
 * The target that `--to` names, or else the one that a file's name asks for.
 * @throws CommandError that lists the targets, if there is none.
 */
export function targetOf(to: string | undefined, file: string | undefined): Target {
  if (to !== undefined) {
    const target = targets.find(({ name }) => name === to);
    if (target === undefined) throw usageError(`There is no target "${to}". There are: ${targetNames()}.`);
    return target;
  }
  if (file === undefined) throw usageError(`To what? Add --to: ${targetNames()}.`);
  const target = targets.find(({ extension }) => extname(file) === `.${extension}`);
  if (target === undefined)
    throw usageError(`No target writes files that end in "${extname(file)}" (${file}). Add --to: ${targetNames()}.`);
  return target;
}
