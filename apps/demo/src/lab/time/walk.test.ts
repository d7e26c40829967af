import { randomGenerator } from '@chainrule/core';
import { describe, expect, it } from 'vitest';
import { openSession } from '../run/session.ts';
import type { PresetName } from '../state/labState.ts';
import { presets } from '../state/presets.ts';
import { timeLook } from './timeLook.ts';
import { type Unit, units } from './units.ts';
import { walkOf } from './walk.ts';

const opened = async (name: PresetName) => {
  const session = await openSession(presets[name].state);
  return { session, walk: walkOf(session) };
};

describe('a walk', () => {
  it('random walks: k steps forth, then k back, restore place and weights to the bit', async () => {
    const random = randomGenerator(5);
    for (const name of ['xor', 'fahrenheit', 'iris'] as const) {
      const { session, walk } = await opened(name);
      for (let trial = 0; trial < 12; trial++) {
        const unit = units[random.integer(units.length)] as Unit;
        await walk.move('batch', 1);
        if (unit === 'epoch') await walk.move('epoch', 1);
        const [start, weights] = [walk.cursor, session.weights()];
        const count = 1 + random.integer(unit === 'epoch' ? 4 : 40);
        for (let i = 0; i < count; i++) await walk.move(unit, 1);
        expect(walk.cursor).not.toEqual(start);
        for (let i = 0; i < count; i++) await walk.move(unit, -1);
        expect(walk.cursor).toEqual(start);
        expect(session.weights()).toEqual(weights);
      }
    }
  });

  it('wherever it comes back to a step, by whatever way, the weights are those of that step', async () => {
    const { session, walk } = await opened('xor');
    const random = randomGenerator(6);
    const seen = new Map<number, number[]>();
    for (let i = 0; i < 400; i++) {
      await walk.move(units[random.integer(units.length)] as Unit, random.integer(2) === 0 ? 1 : -1);
      const weights = session.weights();
      const known = seen.get(walk.cursor.step);
      if (known !== undefined) expect(weights).toEqual(known);
      seen.set(walk.cursor.step, weights);
    }
    expect(seen.size).toBeGreaterThan(5);
  });

  it('goes through the rows of the next batch, and updates what the trainer updates', async () => {
    const { session, walk } = await opened('xor');
    const { trainer } = await session.runner();
    const rows: number[] = [];
    const expected = [...trainer.nextRows];
    for (let i = 0; i < expected.length; i++) {
      await walk.move('sample', 1);
      rows.push(walk.here?.row as number);
    }
    expect(rows).toEqual(expected);
    const before = session.weights();
    await walk.move('node', 1);
    const look = await timeLook(session, session.state.view);
    expect(look.phase).toBe('update');
    expect(look.cards[0]?.lines.at(-1)).toMatch(/^w₁\[1,1\]: .* → .*, a change of /);
    expect(session.weights()).toEqual(before);
    await walk.move('phase', 1);
    expect(trainer.steps).toBe(1);
    expect(session.weights()).not.toEqual(before);
  });

  it('begins anew where the run goes on without it', async () => {
    const { session, walk } = await opened('xor');
    await walk.move('phase', 1);
    (await session.runner()).advance(3);
    expect(walk.cursor).toEqual({ step: 3, at: 0 });
    expect(walk.here).toBeUndefined();
  });
});
