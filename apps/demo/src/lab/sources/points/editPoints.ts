import { signal } from '@preact/signals';
import type { Source } from '../../state/labState.ts';
import { about, ask, milestone, problem, state } from '../../store.ts';
import { withSource } from '../nextState.ts';
import { openWithNotice } from '../notice.ts';
import { pointsShape } from './pointsShape.ts';

export type Points = Extract<Source, { kind: 'points' }>['points'];

/** The last points before each edit, for undoing. */
const history = signal<readonly Points[]>([]);
const mostHistory = 200;

/** Something to start with when the data in use are no points of a plane: the corners of XOR. */
const start: Points = [
  [-0.8, -0.8, 0],
  [0.8, 0.8, 0],
  [-0.8, 0.8, 1],
  [0.8, -0.8, 1],
];

/** The points that are edited. */
export function pointsInUse(): Points {
  const { source } = state.value.data;
  return source.kind === 'points' ? source.points : [];
}

/** Makes the rows in use points to edit, if they are points of a plane. */
export async function beginPoints(): Promise<void> {
  const before = state.value;
  const isPlane =
    problem.value === undefined && about.value?.features.length === 2 && about.value.task !== 'regression';
  const points = (isPlane ? await ask('plane', undefined) : undefined) ?? start;
  const { state: next, changes } = withSource(before, { kind: 'points', points }, pointsShape(points));
  history.value = [];
  openWithNotice(next, {
    message: ['Click on the plane to add points.', ...changes].join(' '),
    before,
  });
}

/** Changes the points; the network follows if there are other classes. */
export function setPoints(points: Points, said: string): void {
  history.value = [...history.value, pointsInUse()].slice(-mostHistory);
  show(points, said);
}

export const canUndo = (): boolean => history.value.length > 0;

/** Takes back the last edit. */
export function undoPoints(): void {
  const points = history.value.at(-1);
  if (points === undefined) return;
  history.value = history.value.slice(0, -1);
  show(points, 'Taken back.');
}

function show(points: Points, said: string): void {
  const { state: next, changes } = withSource(state.value, { kind: 'points', points }, pointsShape(points));
  openWithNotice(next, undefined);
  milestone.value = [said, `${points.length} points.`, ...changes].join(' ');
}
