import { describe, expect, it, test } from 'vitest';
import { figures } from '../metrics/figures.ts';
import { openSession } from '../run/session.ts';
import { parseState } from '../state/parseState.ts';
import type { Lesson } from './lesson.ts';
import { breakIt, lessons, tour } from './lessons.ts';
import { variant } from './states.ts';

async function train(state: Lesson['state'], steps: number) {
  const session = await openSession(state);
  (await session.runner()).advance(steps);
  return { session, ...figures(session) };
}

it('the tour has the eight exercises of the article, and four lessons break something', () => {
  expect(tour).toHaveLength(8);
  expect(breakIt).toHaveLength(4);
  expect(new Set(lessons.map(({ name }) => name)).size).toBe(12);
});

test.each(lessons.map((lesson) => [lesson.name, lesson] as const))(
  '%s opens, and nothing in it is done before',
  async (_, lesson) => {
    expect(parseState(lesson.state, 'file')).toEqual(lesson.state);
    const session = await openSession(lesson.state);
    const clock = { step: 0, epoch: 0, playing: false, speed: 0, furthest: 0 };
    const frame = { clock, looks: { figures: figures(session) } };
    const [first] = lesson.tasks;
    if (first === undefined || 'answer' in first) return;
    expect(first.holds({ state: lesson.state, frame, problem: undefined })).toBe(false);
  },
);

/** The states of a lesson that breaks something: the broken one, and that of the cure if it is to be opened. */
const named = (name: string): Lesson => lessons.find((lesson) => lesson.name === name) as Lesson;
const cureOf = ({ tasks }: Lesson): Lesson['state'] => {
  const cure = tasks.at(-1);
  if (cure === undefined || !('state' in cure) || cure.state === undefined) throw new Error('There is none.');
  return cure.state;
};

describe('what the lessons tell is so', () => {
  test('gradient-by-hand: the weight is 1.88 after a step, for the derivative is 12', async () => {
    const { session } = await train(named('gradient-by-hand').state, 1);
    expect(session.weights()[0]).toBeCloseTo(2 - 0.01 * 12, 12);
  });

  test('macros: there are 33 parameters', async () => {
    expect((await openSession(named('macros').state)).model.parameters).toHaveLength(33);
  });

  test('formula and compiled-function: 5/9, and 100 °C', async () => {
    for (const name of ['formula', 'compiled-function', 'two-trainings']) {
      const state = name === 'two-trainings' ? cureOf(named(name)) : named(name).state;
      const { session, training } = await train(state, 2000);
      expect(training).toBeLessThan(0.001);
      const [weight, bias] = session.weights() as [number, number];
      expect(weight).toBeCloseTo(5 / 9, 4);
      expect(212 * weight + bias).toBeCloseTo(100, 2);
    }
  });

  test('two-trainings and list-outputs reach their shares', async () => {
    expect((await train(named('two-trainings').state, 4000)).training).toBeGreaterThanOrEqual(0.95);
    expect((await train(named('list-outputs').state, 600)).training).toBeGreaterThanOrEqual(0.95);
  });

  test('rate-too-high: it overflows with the rate 1, and learns with 0.1', async () => {
    const { state } = named('rate-too-high');
    await expect(train(state, 2000)).rejects.toThrow(/learning rate/);
    expect((await train({ ...state, training: { ...state.training, rate: 0.1 } }, 1000)).training).toBeLessThan(0.2);
  });

  test('dead-relu: all weights but the last bias stand still; with leakyRelu the curve is found', async () => {
    const { state } = named('dead-relu');
    const { session, training } = await train(state, 500);
    expect(session.weights().slice(0, -1)).toEqual(state.weights?.slice(0, -1));
    expect(training).toBeGreaterThan(0.25);
    expect((await train(cureOf(named('dead-relu')), 1000)).training).toBeLessThan(0.05);
  });

  test('saturated-sigmoid: the squared error moves nothing, the cross-entropy everything', async () => {
    const { state } = named('saturated-sigmoid');
    const stuck = await train(state, 200);
    expect(stuck.training).toBe(0);
    expect(stuck.session.weights()[0]).toBe(-800);
    expect((await train(cureOf(named('saturated-sigmoid')), 400)).training).toBe(1);
  });

  test('unscaled-data: guessing without standardize, right with it', async () => {
    const { state } = named('unscaled-data');
    expect((await train(state, 300)).training).toBeLessThan(0.7);
    const scaled = {
      ...state,
      model: { ...state.model, network: '2 > standardize > linear 8 tanh > linear 1 sigmoid' },
    };
    expect((await train(scaled, 1000)).training).toBeGreaterThanOrEqual(0.95);
  });
});

test('variant leaves the preset as it was', () => {
  const changed = variant('xor', { training: { rate: 9 }, network: '2 > linear 1 sigmoid', weights: [1, 2, 3] });
  expect(changed.training.rate).toBe(9);
  expect(variant('xor', {}).training.rate).not.toBe(9);
  expect('weights' in variant('xor', {})).toBe(false);
});
