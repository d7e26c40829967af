import { expect, it } from 'vitest';
import { type Part, type Turns, turns } from './turns.ts';

/** Shows the part that is due first. */
function next(its: Turns, now: number): Part | undefined {
  const [part] = its.due(now);
  if (part !== undefined) its.show(now, [part]);
  return part;
}

/** What is shown in so many milliseconds of a run that never rests. */
function shownIn(time: number, its = turns()): Record<Part, number> {
  const counts = { graph: 0, views: 0, figures: 0 };
  for (let now = 0; now < time; now += 10) {
    its.touch();
    const part = next(its, now);
    if (part !== undefined) counts[part]++;
  }
  return counts;
}

it('turns() shows each part about as often as its period says, figures rarely, one at a time', () => {
  expect(shownIn(10_000)).toEqual({ graph: 120, views: 100, figures: 40 }); // 125, less five that gave way to others
});

it('turns() shows nothing that has not changed', () => {
  const its = turns();
  expect(next(its, 0)).toBeUndefined();
  its.touch();
  its.show(5);
  expect(next(its, 10_000)).toBeUndefined();
});

it('turns().show(now, parts) counts as their turns', () => {
  const its = turns();
  its.touch();
  its.show(0, ['graph', 'views']);
  expect(next(its, 0)).toBe('figures');
  expect(next(its, 1000)).toBeUndefined();
});

it('turns().hurry(part) shows it before its time, and before what has waited longer', () => {
  const its = turns();
  its.touch();
  its.show(0);
  its.touch();
  expect(next(its, 1)).toBeUndefined();
  its.hurry('figures');
  expect(next(its, 1)).toBe('figures');
  its.touch();
  expect(next(its, 2)).toBeUndefined();
  its.hurry('figures');
  expect(next(its, 1000)).toBe('figures');
  expect(next(its, 1000)).toBe('graph');
});

it('turns().felt(isLate) shows less to a page that comes late, until it keeps up again', () => {
  const its = turns();
  for (let i = 0; i < 10; i++) its.felt(true);
  expect(its.strain).toBe(5);
  expect(shownIn(10_000, its)).toEqual({ graph: 25, views: 20, figures: 8 });
  for (let i = 0; i < 1000; i++) its.felt(false);
  expect(its.strain).toBe(1);
});
