import type { TrainingLoop } from './trainingLoop.ts';

/** How parameters and memory get into lists of an engine, in this order, and out of them. */
export const exchange = (lists: readonly (Float64Array | Float32Array)[]): Pick<TrainingLoop, 'write' | 'read'> => ({
  write: (parameters, memory) => [parameters, ...memory].forEach((given, i) => lists[i]?.set(given)),
  read: (parameters, memory) => lists.forEach((list, i) => [parameters, ...memory][i]?.set(list)),
});
