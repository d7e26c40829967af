import { readFileSync } from 'node:fs';

/**
 * The lines between `// #region <name>` and `// #endregion` of a source file, without their common indentation: what is shown is
 * what runs.
 * @throws Error if the file has no such region.
 */
export function listing(file: URL, name: string): string[] {
  const lines = readFileSync(file, 'utf8').split(/\r?\n/);
  const start = lines.findIndex((line) => line.trim() === `// #region ${name}`);
  const length = lines.slice(start + 1).findIndex((line) => line.trim() === '// #endregion');
  if (start < 0 || length < 0) throw new Error(`${file.pathname} has no region "${name}" with an end.`);
  const region = lines.slice(start + 1, start + 1 + length);
  const indents = region.filter((line) => line.trim() !== '').map((line) => line.search(/\S/));
  return region.map((line) => line.slice(Math.min(...indents)));
}
