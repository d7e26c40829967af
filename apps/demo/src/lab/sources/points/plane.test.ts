import { expect, it } from 'vitest';
import { checkFit } from '../../network/fit.ts';
import { parseNetwork } from '../../network/grammar.ts';
import { openSession } from '../../run/session.ts';
import { presets } from '../../state/presets.ts';
import { withSource } from '../nextState.ts';
import { plane } from './plane.ts';
import { pointsShape } from './pointsShape.ts';

it('all rows of a plane become points to edit, which open with the same network', async () => {
  const session = await openSession(presets.moons.state);
  const points = plane(session) ?? [];
  expect(points.length).toBe(300);
  const [x, , label] = points[0] as (typeof points)[0];
  expect(x).toBeCloseTo(session.data.training.inputs[0]?.[0] as number, 3);
  expect(label).toBe(session.data.training.target[0]);
  const { state, changes } = withSource(presets.moons.state, { kind: 'points', points }, pointsShape(points));
  expect(changes).toEqual([]);
  expect((await openSession(state)).data.training.count).toBe(240);
});

it('rows of other kinds are no points of a plane', async () => {
  expect(plane(await openSession(presets.iris.state))).toBeUndefined();
  expect(plane(await openSession(presets.sine.state))).toBeUndefined();
});

it('a third class needs a third output, also before it has a point of every class', () => {
  const shape = pointsShape([
    [0, 0, 0],
    [1, 1, 2],
  ]);
  expect(shape).toMatchObject({ task: 'classes', classes: ['0', '1', '2'] });
  expect(() => checkFit(parseNetwork('2 > linear 3 softmax'), shape)).not.toThrow();
  expect(pointsShape([[0, 0, 0]])).toMatchObject({ task: 'binary', classes: ['0', '1'] });
});

it('a state without points says how to add some', async () => {
  const { state } = withSource(presets.moons.state, { kind: 'points', points: [] }, pointsShape([]));
  await expect(openSession(state)).rejects.toThrow('There are no points yet. Click on the plane to add some.');
});
