// The Lab in Chromium: what a person waits for, beside what it must reach.
import { cpus, loadavg } from 'node:os';
import { timings } from '../apps/demo/journeys/timings.ts';

const [load = 0] = loadavg();
console.log(`Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model.trim()}, load ${load.toFixed(1)}`);
if (load > 0.5) console.log('Others are at work here: times are too long.');
console.log('');
const verdicts: boolean[] = [];
for await (const { name, value, unit, most } of timings()) {
  const shown = `${value < 100 ? value.toFixed(1) : Math.round(value)} ${unit}`;
  if (most !== undefined) verdicts.push(value <= most);
  const bar = most === undefined ? '' : `at most ${most} ${unit} ${value <= most ? '✓' : '✗'}`;
  console.log(`${name.padEnd(66)} ${shown.padStart(9)}  ${bar}`);
}
console.log(`\n${verdicts.filter(Boolean).length} of ${verdicts.length} bars met.`);
