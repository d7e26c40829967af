import type { Program } from '@chainrule/core';
import type { UpdateRule } from '../trainingLoop.ts';
import { layout } from './layout.ts';
import { type Places, write } from './write.ts';

/** An update rule as text: the statements that run once a step, and those for a parameter; `size` is their number. */
export interface RuleCode {
  /** Operands: of what runs once, and for each parameter. */
  readonly once: number;
  readonly each: number;
  /** Scalars are named s0, s1 … here. */
  writeOnce(): string;
  writeEach(places: Pick<Places, 'prefix' | 'input' | 'output'>): string;
}

/** Whether a rule adds a multiple of the gradient and no more: the sign of a zero in it counts only where a parameter is −0. */
export function isPlain({ program: { primitives, args }, memory }: UpdateRule): boolean {
  const names = primitives.map(({ name }) => name).join();
  return memory === 0 && names === 'multiply,add' && args.length === 4 && args.subarray(2).includes(1);
}

/** Undefined if a rule looks at all parameters together. */
export function ruleCode({ program }: UpdateRule): RuleCode | undefined {
  const plan = layout(program, false, Number.POSITIVE_INFINITY);
  const [[once] = [], [each] = []] = plan.phases;
  if (each === undefined || plan.phases.length > 2) return undefined;
  const shared = {
    parameter: (slot: number): string => `s${slot}`,
    cell: (place: number): string => `u${place}`,
    keep: (place: number): string => `const u${place}`,
  };
  const first: Places = { ...shared, prefix: 'w', input: (slot) => `x${slot}`, output: (i) => `const y${i}` };
  const uniform = uniformOutputs(program);
  return {
    once: once?.size ?? 0,
    each: each.size,
    writeOnce: () => (once === undefined ? '' : write(plan, once, first)),
    writeEach: (places) =>
      write(plan, each, { ...shared, ...places }) + uniform.map((i) => `\n${places.output(i)}=y${i};`).join(''),
  };
}

/** Outputs that are the same for all parameters, such as a memory that simplifies to a constant. */
function uniformOutputs({ outputs, rank }: Program): number[] {
  return Array.from(outputs.keys()).filter((i) => rank[outputs[i] as number] === 0);
}
