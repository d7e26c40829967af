// The TypeScript module has the types that it says, under strict.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { input, inputs } from '@chainrule/core';
import { toTypeScript } from '@chainrule/export';
import { linear, softmax } from '@chainrule/macros';
import { add, erf, power, sin, sum, tan } from '@chainrule/ops';
import { afterAll, expect, it } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'typescript-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const outputs = {
  odds: softmax(linear([input('x'), input('y')], 2)),
  more: [sin(input('x')), tan(input('y')), power(input('x'), input('y')), erf(input('x'))],
  total: add(sum(inputs('pixel', 3)), 1),
  __proto__x: input('"*/'),
};

it('toTypeScript has typed rows and results, and no errors under strict', async () => {
  const text = toTypeScript(outputs);
  // what it says above all code is for those who ask for more than strict
  expect(text).toMatch(/^\/\/ @ts-nocheck/);
  writeFileSync(join(folder, 'model.ts'), text.replace(/^.*\n/, ''));
  writeFileSync(join(folder, 'wide.ts'), text);
  writeFileSync(
    join(folder, 'use.ts'),
    `import { inputs, predict, predictInto, selfTest, bound } from './model.ts';
const row = { x: 1, y: 2, pixel: [1, 2, 3], '"*/': 4 };
const { odds, more, total, __proto__x } = predict(row);
const numbers: [[number, number], [number, number, number, number], number, number] = [odds, more, total, __proto__x];
predictInto([1, 2, 3, 4, 5, 6], new Float64Array(8));
export const said: boolean = selfTest() <= bound && inputs.length === 4;
// @ts-expect-error a row that lacks an input
predict({ x: 1, y: 2, pixel: [1, 2, 3] });
// @ts-expect-error no such output
predict(row).nothing;
export { numbers };
`,
  );
  const tsc = join(import.meta.dirname, '../../../node_modules/.bin/tsc');
  const strict = [
    '--ignoreConfig',
    '--noEmit',
    '--strict',
    '--target',
    'es2022',
    '--module',
    'esnext',
    '--allowImportingTsExtensions',
  ];
  const run = (...args: string[]): Promise<string> =>
    promisify(execFile)(tsc, [...strict, '--moduleResolution', 'bundler', ...args], { cwd: folder }).then(
      ({ stdout }) => stdout,
      ({ stdout }) => stdout as string,
    );
  expect(await run('model.ts', 'use.ts')).toBe('');
  expect(await run('--noUncheckedIndexedAccess', '--noImplicitReturns', 'wide.ts')).toBe('');
}, 600_000);
