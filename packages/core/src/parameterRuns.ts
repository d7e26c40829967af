import { type Parameter, type Spot, spotOf } from './node.ts';

/** Parameters of a list, from number `from` on, whose values are kept together. */
export interface Run extends Spot {
  readonly from: number;
  count: number;
}

/** A list of parameters in runs. */
export function parameterRuns(parameters: readonly Parameter[]): Run[] {
  const runs: Run[] = [];
  parameters.forEach((parameter, from) => {
    const { numbers, at } = spotOf(parameter);
    const last = runs.at(-1);
    if (last?.numbers === numbers && last.at + last.count === at) last.count++;
    else runs.push({ numbers, at, from, count: 1 });
  });
  return runs;
}
