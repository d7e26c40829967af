import { expect, it } from 'vitest';
import { openSession } from '../run/session.ts';
import { presets } from '../state/presets.ts';
import { type NewPoints, newPoints } from './newPoints.ts';
import { runLabel } from './runLabel.ts';
import { everyNth, type Runs, withNewPoints } from './runs.ts';

const none: Runs = { current: undefined, past: [] };

const points = (run: number, from: number, losses: [number, number][]): NewPoints => ({
  run,
  label: `run ${run}`,
  data: 'xor',
  isError: false,
  losses: { from, points: losses },
  qualities: { from: 0, points: [] },
});

it('points of the same run follow each other', () => {
  const runs = [points(0, 0, [[1, 9]]), points(0, 1, [[2, 8]]), points(0, 2, [])].reduce(withNewPoints, none);
  expect(runs.current?.losses).toEqual([
    [1, 9],
    [2, 8],
  ]);
  expect(runs.past).toEqual([]);
});

it('points that are told anew take the place of those before', () => {
  const runs = [
    points(0, 0, [
      [1, 9],
      [2, 8],
      [3, 7],
    ]),
    points(0, 1, [[2, 5]]),
  ].reduce(withNewPoints, none);
  expect(runs.current?.losses).toEqual([
    [1, 9],
    [2, 5],
  ]);
});

it('the last ten runs are kept, the last first; those that made no steps are not', () => {
  let runs = none;
  for (let run = 0; run < 13; run++) {
    const losses: [number, number][] = [
      [1, run],
      [2, run],
    ];
    runs = withNewPoints(runs, points(run, 0, run === 11 ? [] : losses));
  }
  expect(runs.current?.run).toBe(12);
  expect(runs.past.map(({ run }) => run)).toEqual([10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
  expect(runs.past.map(({ number }) => number)).toEqual([11, 10, 9, 8, 7, 6, 5, 4, 3, 2]);
});

it('everyNth keeps the ends, and short lists as they are', () => {
  const all = Array.from({ length: 200 }, (_, i) => i);
  const kept = everyNth(all, 100);
  expect(kept.length).toBe(100);
  expect(kept.slice(0, 3)).toEqual([0, 2, 4]);
  expect(kept.at(-1)).toBe(199);
  expect(everyNth([0, 1, 2], 5)).toEqual([0, 1, 2]);
});

it('what is told of a session adds up to its curve, however often it is asked, cut or thinned', async () => {
  const session = await openSession(presets.xor.state);
  let runs = withNewPoints(none, newPoints(session));
  const runner = await session.runner();
  for (const steps of [1, 1, 500, 3, 1600, 7]) {
    runner.advance(steps);
    runs = withNewPoints(runs, newPoints(session));
    expect(runs.current?.losses).toEqual(runner.losses.points);
    expect(runs.current?.qualities.at(-1)?.[0]).toBe(runner.trainer.steps);
  }
  runner.goTo(300);
  runs = withNewPoints(runs, newPoints(session));
  expect(runs.current?.qualities.at(-1)?.[0]).toBe(2112);
  session.setWeight(0, 1);
  runs = withNewPoints(runs, newPoints(session));
  expect(runs.current?.losses).toEqual(runner.losses.points);
  expect(runs.current?.qualities.at(-1)?.[0]).toBe(300);
  expect(runs.past).toEqual([]);
});

it('a run is called by what it was made of', () => {
  expect(runLabel(presets.xor.state)).toBe('xor, 4 tanh > 1 sigmoid, adam 0.05, batch 32');
  expect(runLabel(presets.iris.state)).toContain('penalty 0.001');
});
