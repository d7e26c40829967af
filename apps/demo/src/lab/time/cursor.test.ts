import { randomGenerator } from '@chainrule/core';
import { describe, expect, it, test } from 'vitest';
import { type Cursor, moved, placeOf, rest, type Schedule, type Shape } from './cursor.ts';
import { type Unit, units } from './units.ts';

const shape: Shape = { samples: 3, forward: 4, loss: 2, backward: 5, update: 6 };
const schedule: Schedule = {
  stepsPerEpoch: 4,
  shapeOf: (step) => ({ ...shape, samples: step % 4 === 3 ? 1 : 3 }),
};

const walk = (from: Cursor, count: number, unit: Unit, direction: 1 | -1): Cursor[] => {
  const path = [from];
  for (let i = 0; i < count; i++) path.push(moved(path.at(-1) as Cursor, unit, direction, schedule));
  return path;
};

describe('moved', () => {
  test.each(units)('%s: k forth, then k back, is where it was, by the same places', (unit) => {
    const there = walk(rest(0), 100, unit, 1);
    expect(walk(there.at(-1) as Cursor, 100, unit, -1)).toEqual(there.reverse());
  });

  it('walks by any units: a node forth and back is where it was', () => {
    const random = randomGenerator(11);
    let cursor = rest(0);
    for (let i = 0; i < 3000; i++) {
      cursor = moved(cursor, units[random.integer(5)] as Unit, random.integer(3) === 0 ? -1 : 1, schedule);
      expect(moved(moved(cursor, 'node', 1, schedule), 'node', -1, schedule)).toEqual(cursor);
      if (cursor.step + cursor.at > 0)
        expect(moved(moved(cursor, 'node', -1, schedule), 'node', 1, schedule)).toEqual(cursor);
    }
    expect(cursor.step).toBeGreaterThan(100);
  });

  it('by node visits every place of every phase once, then the next step begins', () => {
    const places = walk(rest(0), 39, 'node', 1).map(({ at }) => placeOf(at, shape));
    const of = (phase: string, sample?: number): number =>
      places.filter((place) => place.phase === phase && (sample === undefined || place.sample === sample)).length;
    expect([of('forward', 0), of('loss', 1), of('backward', 2), of('update')]).toEqual([4, 2, 5, 6]);
    expect(places[1]).toEqual({ phase: 'forward', sample: 0, place: 0 });
    expect(places[11]).toEqual({ phase: 'backward', sample: 0, place: 4 });
    expect(places[39]).toEqual({ phase: 'update', sample: 2, place: 5 });
    expect(moved({ step: 0, at: 39 }, 'node', 1, schedule)).toEqual(rest(1));
  });

  it('by phase stops at the end of each; behind the last, the weights are updated', () => {
    const phases = walk(rest(0), 10, 'phase', 1).map(({ step, at }) => `${step} ${placeOf(at, shape).phase}`);
    expect(phases.slice(0, 4)).toEqual(['0 rest', '0 forward', '0 loss', '0 backward']);
    expect(phases.slice(9)).toEqual(['0 backward', '1 rest']);
  });

  it('by epoch goes to where one begins', () => {
    const steps = (step: number, at: number, direction: 1 | -1): number =>
      moved({ step, at }, 'epoch', direction, schedule).step;
    expect([steps(0, 0, 1), steps(3, 9, 1), steps(4, 0, 1)]).toEqual([4, 4, 8]);
    expect([steps(9, 0, -1), steps(8, 2, -1), steps(8, 0, -1), steps(0, 3, -1)]).toEqual([8, 8, 4, 0]);
  });
});
