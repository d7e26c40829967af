import { expect, it } from 'vitest';
import { type Part, turns } from './turns.ts';

/** What is shown in so many milliseconds of a run that never rests. */
function shownIn(time: number, its = turns()): Record<Part, number> {
  const counts = { graph: 0, views: 0, figures: 0 };
  for (let now = 0; now < time; now += 10) {
    its.touch();
    const part = its.next(now);
    if (part !== undefined) counts[part]++;
  }
  return counts;
}

it('turns() shows each part about as often as its period says, figures rarely, one at a time', () => {
  expect(shownIn(10_000)).toEqual({ graph: 120, views: 100, figures: 40 }); // 125, less five that gave way to others
});

it('turns() shows nothing that has not changed', () => {
  const its = turns();
  expect(its.next(0)).toBeUndefined();
  its.touch();
  its.show(5);
  expect(its.next(10_000)).toBeUndefined();
});

it('turns().show(now, parts) counts as their turns', () => {
  const its = turns();
  its.touch();
  its.show(0, ['graph', 'views']);
  expect(its.next(0)).toBe('figures');
  expect(its.next(1000)).toBeUndefined();
});

it('turns().hurry(part) shows it before its time, and before what has waited longer', () => {
  const its = turns();
  its.touch();
  its.show(0);
  its.touch();
  expect(its.next(1)).toBeUndefined();
  its.hurry('figures');
  expect(its.next(1)).toBe('figures');
  its.touch();
  expect(its.next(2)).toBeUndefined();
  its.hurry('figures');
  expect(its.next(1000)).toBe('figures');
  expect(its.next(1000)).toBe('graph');
});

it('turns().felt(isLate) shows less to a page that comes late, until it keeps up again', () => {
  const its = turns();
  for (let i = 0; i < 10; i++) its.felt(true);
  expect(its.strain).toBe(5);
  expect(shownIn(10_000, its)).toEqual({ graph: 25, views: 20, figures: 8 });
  for (let i = 0; i < 1000; i++) its.felt(false);
  expect(its.strain).toBe(1);
});
