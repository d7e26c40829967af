/** The polynomials of the elementary functions and their other tables, for engines that give the same bits: `@chainrule/core/coefficients`. */
export {
  atanCoefficients,
  cosineCoefficients,
  erfCoefficients,
  erfcCoefficients,
  expCoefficients,
  logCoefficients,
  powerCoefficients,
  sineCoefficients,
} from './elementary/coefficients.ts';
export { ln2High, ln2Low } from './elementary/exp.ts';
export { twoOverPi } from './elementary/twoOverPi.ts';
