import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const main = fileURLToPath(new URL('./main.ts', import.meta.url));

/** Runs the story with its output piped, as CI does, in an environment of these settings alone. */
function run(settings: Record<string, string> = {}) {
  const { CI, NO_COLOR, FORCE_COLOR, COLUMNS, ...env } = process.env;
  return spawnSync(process.execPath, ['--conditions=@chainrule/source', main], {
    env: { ...env, NODE_NO_WARNINGS: '1', ...settings },
    encoding: 'utf8',
  });
}

test('piped, the story is plain text, comes true and exits with 0', { timeout: 60_000 }, () => {
  const { status, stdout, stderr } = run();
  expect(stderr).toBe('');
  expect(status).toBe(0);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not occur
  expect(stdout).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f]/);
  expect(stdout).toContain('\n  0.5556 * fahrenheit - 17.78\n');
  expect(stdout).toMatch(/\n {2}sigmoid\(-\d+\.\d+ \* x \+ \d+\.\d+ \* y [+-] \d\.\d+\)\n/);
  expect(stdout).toMatch(/\n {2}212 +100\.0000 +100\.0000\n/);
  expect(stdout).toMatch(/✓ 5-fold cross-validated accuracy 0\.9[5-9]/);
  expect(stdout).toMatch(/✓ 67 parameters, worst difference \de-1\d\n/);
  expect(stdout).toContain('✓ loss and slope are exact');
  expect(stdout.match(/^✓ /gm)?.length).toBe(8);
  expect(stdout).not.toContain('✗');
  expect(stdout).toMatch(/8 of 8 checks held\. The whole story took \d+\.\d seconds\.\n$/);
});

test('FORCE_COLOR brings colour to a pipe, and still nothing moves the cursor', { timeout: 60_000 }, () => {
  const { status, stdout } = run({ FORCE_COLOR: '1' });
  expect(status).toBe(0);
  expect(stdout).toContain('▀');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: escape codes are what is looked for
  expect(stdout.replace(/\x1b\[[\d;]*m/g, '')).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f]/);
});
