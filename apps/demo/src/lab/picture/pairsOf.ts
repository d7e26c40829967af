import type { Table } from '../data/labData.ts';
import type { Session } from '../run/session.ts';
import { extent } from './extent.ts';
import type { Pairs, Picture } from './picture.ts';

const mostPairs = 1000;

/** Predicted against true numbers. */
export function pairsOf(session: Session): Picture {
  const { data } = session;
  return {
    kind: 'scatter',
    range: extent(data, 'target'),
    training: pairs(session, data.training),
    test: pairs(session, data.test),
  };
}

function pairs(session: Session, { count, inputs, target }: Table): Pairs {
  const shown = Math.min(count, mostPairs);
  const part = {
    count: shown,
    inputs: inputs.map((column) => column.subarray(0, shown)),
    target: target.subarray(0, shown),
  };
  const [predicted = new Float64Array()] = shown === 0 ? [] : session.predict(part);
  return { actual: Float32Array.from(part.target), predicted: Float32Array.from(predicted) };
}
