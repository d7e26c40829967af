import type { About } from '../worker/protocol.ts';
import type { Figures } from './figures.ts';
import { percent, short } from './figureText.ts';

/** How good a network is beside one that always says the same. */
export interface QualityWords {
  readonly network: string;
  readonly baseline: string;
  /** Which rows are spoken of. */
  readonly rows: string;
}

/** How good the network is, in words; on the rows that are kept away if there are any. */
export function qualityWords({ task, classes, baseline }: About, figures: Figures): QualityWords {
  const rows = figures.test === undefined ? 'on the rows it is trained on' : 'on rows kept for the test';
  const [now, trivial] = [figures.test ?? figures.training, baseline.test ?? baseline.training];
  if (task === 'regression')
    return {
      network: `off by ${short(now)}`,
      baseline: `always saying the mean, ${short(baseline.says)}: off by ${short(trivial)}`,
      rows: `${rows} (root mean square)`,
    };
  return {
    network: `${percent(now)} right`,
    baseline: `always guessing the largest class, ${classes[baseline.says]}: ${percent(trivial)}`,
    rows,
  };
}
