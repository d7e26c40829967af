import { deadRelu } from './breakIt/deadRelu.ts';
import { rateTooHigh } from './breakIt/rateTooHigh.ts';
import { saturatedSigmoid } from './breakIt/saturatedSigmoid.ts';
import { unscaledData } from './breakIt/unscaledData.ts';
import type { Lesson } from './lesson.ts';
import { compiledFunction } from './tour/compiledFunction.ts';
import { formula } from './tour/formula.ts';
import { gradientByHand } from './tour/gradientByHand.ts';
import { keptValues } from './tour/keptValues.ts';
import { listOutputs } from './tour/listOutputs.ts';
import { macros } from './tour/macros.ts';
import { severalParents } from './tour/severalParents.ts';
import { twoTrainings } from './tour/twoTrainings.ts';

/** The exercises of the article, in their order. */
export const tour: readonly Lesson[] = [
  gradientByHand,
  compiledFunction,
  keptValues,
  macros,
  listOutputs,
  formula,
  severalParents,
  twoTrainings,
];

/** How training goes wrong, and what helps. */
export const breakIt: readonly Lesson[] = [rateTooHigh, deadRelu, saturatedSigmoid, unscaledData];

export const lessons: readonly Lesson[] = [...tour, ...breakIt];
