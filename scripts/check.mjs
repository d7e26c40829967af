// Everything that must hold, one after the other, whatever fails. The last line counts the checks and tests that passed and failed.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';

const results = 'node_modules/.vitest-results.json';
const checks = [
  'turbo run build typecheck check:package --continue --output-logs=errors-only',
  'biome check --error-on-warnings',
  'knip',
  'size-limit',
];
const tests = `vitest run --coverage --reporter=default --reporter=json --outputFile.json=${results}`;

function succeeds(command) {
  console.log(`\n> ${command}`);
  const [name, ...args] = command.split(' ');
  return spawnSync(name, args, { stdio: 'inherit', shell: process.platform === 'win32' }).status === 0;
}

let passed = 0;
let failed = 0;
for (const check of checks) succeeds(check) ? passed++ : failed++;

rmSync(results, { force: true });
const tested = succeeds(tests);
const { testResults: files } = existsSync(results) ? JSON.parse(readFileSync(results, 'utf8')) : { testResults: [] };
let failedTests = 0;
for (const { status, assertionResults } of files) {
  const having = (wanted) => assertionResults.filter((test) => test.status === wanted).length;
  passed += having('passed');
  for (const { status, fullName } of assertionResults)
    if (status !== 'passed' && status !== 'failed') console.log(`left out: ${fullName}`);
  failedTests += having('failed') || (status === 'failed' ? 1 : 0); // a file that does not load is one failure
}
failed += tested ? failedTests : failedTests || 1; // so is coverage below a threshold

console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
