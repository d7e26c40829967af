// The programs in the README and the guides compile, run, and print what they say.
import { execFile } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const bin = (name: string): string => join(root, 'node_modules/.bin', name);
const run = promisify(execFile);
const documents = ['README.md', ...globSync(['contributing/*.md', 'packages/*/README.md'], { cwd: root }).sort()];
const programs = documents.flatMap((document) =>
  [...readFileSync(join(root, document), 'utf8').matchAll(/```ts\n([\s\S]*?)```/g)].map(([, code], i) => ({
    name: `${document}, program ${i + 1}`,
    file: `${document.replaceAll(/\W/g, '-')}-${i + 1}.ts`,
    code: code as string,
  })),
);

// inside the workspace, so that the packages are found
const folder = mkdtempSync(join(import.meta.dirname, '.documents-'));

beforeAll(() => {
  for (const { file, code } of programs) writeFileSync(join(folder, file), code);
  const extending = { extends: '../tsconfig.json', include: ['*.ts'] };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(extending));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('all programs in the documents compile', async () => {
  const { stdout } = await run(bin('tsc'), ['-p', folder]).catch((error) => error);
  expect(stdout).toBe('');
});

describe.each(programs)('$name', ({ file, code }) => {
  it('prints what it says', async () => {
    const said = [...code.matchAll(/\/\/ → (.*)/g)].map(([, text]) => text);
    expect(said).not.toEqual([]);
    const { stdout } = await run(bin('node'), ['--conditions=@chainrule/source', join(folder, file)]);
    expect(stdout.trimEnd().split('\n')).toEqual(said);
  });
});
