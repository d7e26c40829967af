import type { PresetName } from '../../state/labState.ts';
import { aboveTheLine } from './aboveTheLine.ts';
import { circles } from './circles.ts';
import { fahrenheit } from './fahrenheit.ts';
import { moons } from './moons.ts';
import type { MakeSet } from './set.ts';
import { sine } from './sine.ts';
import { spiral } from './spiral.ts';
import { xor } from './xor.ts';

/** The made sets; those with data of their own are fetched when they are asked for. */
export const sets: Readonly<Record<PresetName, MakeSet>> = {
  fahrenheit,
  aboveTheLine,
  xor,
  circles,
  moons,
  spiral,
  sine,
  iris: async (options) => (await import('./iris.ts')).iris(options),
  digits: async (options) => (await import('./digits.ts')).digits(options),
};
