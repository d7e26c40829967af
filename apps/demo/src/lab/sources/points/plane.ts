import type { Table } from '../../data/labData.ts';
import type { Session } from '../../run/session.ts';
import type { Points } from './editPoints.ts';

const most = 2000;

/** The rows of a session as points of the plane, if they are that. */
export function plane({ data }: Session): Points | undefined {
  if (data.features.length !== 2 || data.task === 'regression' || data.classes.length > 10) return undefined;
  const points = [data.training, data.test].flatMap(pointsOf).slice(0, most);
  return points.every(([x, y]) => Math.abs(x) <= 1e6 && Math.abs(y) <= 1e6) ? points : undefined;
}

const pointsOf = ({ inputs, target }: Table): Points =>
  Array.from(target, (label, row) => [tidy(inputs[0]?.[row]), tidy(inputs[1]?.[row]), label]);

/** Four digits that count are enough to edit. */
const tidy = (value = 0): number => Number(value.toPrecision(4));
