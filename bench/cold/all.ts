import type { ColdCase } from './case.ts';
import { firstStep } from './firstStep.ts';
import { growths } from './growth.ts';
import { micrograd } from './micrograd.ts';
import { packageSize } from './packageSize.ts';

/** What is measured once in a process of its own. */
export const coldCases: Readonly<Record<string, ColdCase>> = { ...micrograd, ...firstStep, ...growths, ...packageSize };
