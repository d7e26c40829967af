import { classifier } from './classifier.ts';
import { digits } from './digits.ts';
import { mnist } from './mnist.ts';
import { moons } from './moons.ts';
import { pendulum } from './pendulum.ts';
import { robotArm } from './robotArm.ts';
import { rosenbrock } from './rosenbrock.ts';
import { singleRow } from './singleRow.ts';
import { thermometer } from './thermometer.ts';
import type { Work } from './work.ts';

/** The rows of the table, in order; each is made in the process that measures it. */
export const works: Readonly<Record<string, () => Work>> = {
  thermometer,
  classifier,
  moons,
  digits,
  mnist,
  rosenbrock,
  robotArm,
  pendulum,
  row2: () => singleRow([2, 16, 16, 1], 250),
  row64: () => singleRow([64, 32, 10], 2500),
};
