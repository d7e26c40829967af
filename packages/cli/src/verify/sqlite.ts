import { writeFile } from 'node:fs/promises';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import type { SelfTest } from './selfTest.ts';
import { output, verdictOf } from './tool.ts';

/** Runs the check of a query or a view for SQLite in the memory of a Node that has SQLite, since 22.13; no other database is at hand. */
export const verifySqlite: SelfTest = async (text, folder) => {
  const check = checkOf(text);
  if (check === undefined || !isBuiltin('node:sqlite') || !/^-- .* SQL for SQLite,/.test(text)) return undefined;
  await writeFile(join(folder, 'check.sql'), check);
  await writeFile(join(folder, 'main.mjs'), script);
  return verdictOf(await output(folder, process.execPath, 'main.mjs'));
};

/** No verdict of SQLite is NaN: it is NULL, as is an error that was not computed. */
const script = `import { readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

const { error, bound } = new DatabaseSync(':memory:').prepare(readFileSync('check.sql', 'utf8')).get();
console.log(error ?? Infinity, bound);
`;

/** What the head of a query says how to check it, done; undefined if it says nothing. */
function checkOf(text: string): string | undefined {
  const [, live, mark] = /^-- .* a line "--(live_*)" and the next "--(check_*)"/m.exec(text) ?? [];
  if (mark === undefined) return undefined;
  let isLeftOut = false;
  return text
    .split('\n')
    .flatMap((line) => {
      if (line === `--${live}`) isLeftOut = true;
      else if (line.startsWith(`--${mark}`)) {
        isLeftOut = false;
        return [line.slice(`--${mark}`.length)];
      }
      return isLeftOut ? [] : [line];
    })
    .join('\n');
}
