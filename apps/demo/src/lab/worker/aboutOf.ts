import { baseline } from '../metrics/baseline.ts';
import type { Session } from '../run/session.ts';
import type { About } from './protocol.ts';

/** What the page is told of a session that is opened. */
export function aboutOf({ data, model }: Session): About {
  const { task, features, targetName, classes, training, test } = data;
  const rows = { training: training.count, test: test.count };
  return { task, features, targetName, classes, rows, parameters: model.parameters.length, baseline: baseline(data) };
}
