// How the Lab does in a browser: `npm run bench lab`. What cannot be met on a busy machine is told by the lines of other pages.
import { loadavg } from 'node:os';
import { levels } from '../apps/demo/src/lab/state/choices.ts';
import type { Level, PresetName, Tab } from '../apps/demo/src/lab/state/labState.ts';
import { presets } from '../apps/demo/src/lab/state/presets.ts';
import { quartiles } from './harness/statistics.ts';
import { changingTabs, dragging } from './lab/answering.ts';
import { firstLoad } from './lab/firstLoad.ts';
import { openLaboratory } from './lab/laboratory.ts';
import { fromAddress, inPage, unfolding } from './lab/opening.ts';
import { compared, type Playing, playing } from './lab/playing.ts';
import { verdicts } from './lab/verdicts.ts';

const names: readonly PresetName[] = ['fahrenheit', 'moons', 'spiral', 'iris', 'digits'];
const tabs: readonly Tab[] = ['picture', 'formula', 'metrics'];
const judged = verdicts();
const line = (name: string, ...cells: string[]): void =>
  console.log(`  ${name.padEnd(30)}${cells.map((cell) => cell.padStart(12)).join('')}`);
const ms = (time: number): string => `${time.toFixed(1)} ms`;
const load = (): string => (loadavg()[0] as number).toFixed(1);
const largest = (times: readonly number[]): number => Math.max(...times);

const lab = await openLaboratory();
try {
  console.log('Script that page and worker ask for, packed: before anything is painted, and before the graph is');
  const { painted, whole } = await firstLoad(lab);
  const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
  line('a first visit', kilobytes(painted), kilobytes(whole), `   ${judged.atMost(whole / 1000, 60, 'kB')}`);
  const linked = await firstLoad(lab, presets.xor.state);
  line('by a link to a state', kilobytes(linked.painted), kilobytes(linked.whole));

  console.log('\nA graph of more than 10,000 nodes opens: median of 5, and the processor time of the page in it');
  for (const [name, open] of Object.entries({
    'in the page': inPage,
    unfolded: unfolding,
    'in a new page': fromAddress,
  })) {
    const times: number[] = [];
    const pages: number[] = [];
    for (let i = 0; i < 5; i++) {
      const { time, page } = await open(lab);
      times.push(time);
      pages.push(page);
    }
    const [, time] = quartiles(times);
    line(name, ms(time), ms(quartiles(pages)[1]), `load ${load()}`, `   ${judged.atMost(time, 300, 'ms')}`);
  }

  console.log('\nFrom input to paint: median, and the longest');
  for (const name of ['moons', 'spiral', 'digits'] as const) {
    const times = await dragging(lab, name);
    const longest = largest(times);
    line(
      `a weight of ${name}`,
      ms(quartiles(times)[1]),
      ms(longest),
      `load ${load()}`,
      `   ${judged.atMost(longest, 100, 'ms')}`,
    );
  }
  const { first, again } = await changingTabs(lab, 'spiral');
  line('a tab for the first time', ms(quartiles(first)[1]), ms(largest(first)), `load ${load()}`);
  line(
    'a tab again',
    ms(quartiles(again)[1]),
    ms(largest(again)),
    `load ${load()}`,
    `   ${judged.atMost(largest(again), 100, 'ms')}`,
  );

  console.log('\nWhile the worker trains for 10 s: frame by frame, and the processor time of the page');
  line('', 'median', '99 of 100', 'longest', 'per frame', 'longest task', 'load');
  const show = (name: string, { intervals, perFrame, longestTask }: Playing, ...verdict: string[]): void => {
    const { median, slow, longest } = intervals;
    line(name, ...[median, slow, longest, perFrame, longestTask].map(ms), load(), ...verdict);
  };
  const look = async (name: PresetName, level: Level, tab: Tab): Promise<void> => {
    const { state } = presets[name];
    const its = await playing(lab, { ...state, view: { ...state.view, level, tab } });
    const { slow, longest } = its.intervals;
    show(`${name}, ${level}, ${tab}`, its, `   ${judged.atMost(slow, 20, 'ms')}, ${judged.atMost(longest, 50, 'ms')}`);
  };
  for (const name of names) {
    show('an empty page', await compared(lab, 'empty'));
    show('4 ms in every second frame', await compared(lab, 'busy'));
    for (const tab of tabs) await look(name, 'neurons', tab);
    for (const level of levels.filter((each) => each !== 'neurons')) await look(name, level, 'picture');
  }
} finally {
  await lab.close();
}
console.log(judged.missed === 0 ? '\nAll that must be reached is reached.' : `\nMissed: ${judged.missed}.`);
