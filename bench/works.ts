// The table: small models, and everybody who trains them, side by side. `npm run bench works moons` prints its rows of moons only.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { platform, versions } from 'node:process';
import { coldCases } from './cold/all.ts';
import { coldLines } from './cold/lines.ts';
import { remote, serve } from './harness/contend.ts';
import { peaks } from './harness/peak.ts';
import { keepToOneCore } from './harness/process.ts';
import { measureWork } from './harness/rounds.ts';
import { head, linesOf } from './harness/table.ts';
import { works } from './works/all.ts';
import type { Entry, Work } from './works/work.ts';

const asked = process.argv.slice(2);
if (asked[0] === '--contend') {
  const [, work, name] = asked;
  const entry = [...workOf(work as string).entries, ...peaks].find((it) => it.name === name) as Entry;
  await serve(entry.make);
  process.exit();
}

const names = [...Object.keys(works), 'cold'];
const unknown = asked.filter((name) => !names.includes(name));
if (unknown.length > 0) throw new Error(`No work ${unknown.join(', ')}. There are: ${names.join(', ')}.`);
const chosen = asked.length > 0 ? asked : names;

const rivals = join(import.meta.dirname, 'rivals');
if (!existsSync(join(rivals, 'node_modules'))) {
  console.log('Installing the rivals: once.');
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: rivals, shell: platform === 'win32' });
  if (status !== 0) console.log('They could not be installed; their rows are left out.');
}

const where = keepToOneCore() ? 'everybody on one core' : 'not kept on one core: there is no taskset';
console.log(`Node ${versions.node}, ${cpus()[0]?.model.trim()}, ${where}.
Each line is of 9 slices of about 60 ms, in turns with the others of its block, after warm-up and after all came to the same
result. "× C" is how many times as fast as C; ratios are medians of the rounds.\n`);
const [load = 0] = loadavg();
if (load > 0.5)
  console.log(`Others are at work here (load ${load.toFixed(1)}): times are too long; ratios suffer less.\n`);
console.log(head);
const verdicts: boolean[] = [];
for (const name of chosen.filter((it) => it !== 'cold'))
  try {
    const work = workOf(name);
    const measured = await measureWork(work, (entry) => remote(import.meta.filename, ['--contend', name, entry]));
    console.log(`\n${linesOf(work, measured, verdicts).join('\n')}`);
  } catch (error) {
    process.exitCode = 1;
    verdicts.push(false);
    console.log(`\n${name}: ${(error as Error).message}`);
  }
if (chosen.includes('cold'))
  for (const name of Object.keys(coldCases)) {
    const lines = coldLines(name, join(import.meta.dirname, 'compile.ts'), coldCases[name]?.atMost ?? {}, verdicts);
    console.log(`\n${lines.join('\n')}`);
  }
console.log(`\n${verdicts.filter(Boolean).length} of ${verdicts.length} bars met.`);

function workOf(name: string): Work {
  return (works[name] as () => Work)();
}
