import type { Program } from '@chainrule/core';
import type { Stretch, UpdateRule } from '../trainingLoop.ts';
import { descentOfOne } from './descentOfOne.ts';
import { instantiate } from './instantiate.ts';
import { layout } from './layout.ts';
import { list } from './list.ts';
import { scopeOf } from './spelling.ts';
import { countName, type Places, write } from './write.ts';

/** What a loop works on. */
export interface LoopState {
  /** The parameters that are trained, then what the optimizer remembers of each of them. */
  readonly kept: readonly Float64Array[];
  /** All parameters of the program as they were at the start of the run; those that are not trained count. */
  readonly fixed: Float64Array;
}

type Fused = (
  state: readonly Float64Array[],
  fixed: Float64Array,
  columns: readonly Float64Array[],
  order: Int32Array,
  position: number,
  steps: number,
  scalars: Float64Array,
  losses: Float64Array,
  total: Float64Array,
) => number;

/** Operands, and characters, of the loop: V8 makes about 1.1 bytes of its bytecode from a character, and optimises 60 KB at most. */
const largestLoop = 3000;
const longestLoop = 40_000;

/** Beyond it a gradient's square, which optimizers keep, may overflow: |loss| + Σ |∂loss/∂parameter| stays below. */
const largestGradient = 2 ** 500;

/**
 * Training with one sample a step as one function, the loop over the data inside: parameters and the optimizer's memory are
 * local variables, and the rule is written out for each parameter. Undefined if that is too much code, or if the rule looks at
 * all parameters together.
 */
export function fusedLoop(
  program: Program,
  rule: UpdateRule,
  columns: readonly Float64Array[],
  trained: Int32Array,
  { kept, fixed }: LoopState,
  isZeroSigned: boolean,
): ((stretch: Stretch) => number) | undefined {
  const size = trained.length;
  if (program.args.length > largestLoop) return undefined;
  const descent = layout(descentOfOne(program, isZeroSigned), true, Number.POSITIVE_INFINITY);
  const update = layout(rule.program, false, Number.POSITIVE_INFINITY);
  const [[gradient] = []] = descent.phases;
  const [[once] = [], [each] = []] = update.phases;
  if (gradient === undefined || each === undefined || update.phases.length > 2) return undefined;
  if (gradient.size + (once?.size ?? 0) + size * each.size > largestLoop) return undefined;

  /** Parameter j and what is remembered of it; written out as inputs of the rule, after the gradient. */
  const state = (i: number, j: number): string => `a${i}_${j}`;
  const eachState = (text: (name: string, i: number, j: number) => string): string =>
    list(kept.length, (i) => list(size, (j) => text(state(i, j), i, j)));
  const places: Places = {
    prefix: 'v',
    input: (slot) => `c${slot}[row]`,
    parameter: (slot) => (trained.includes(slot) ? state(0, trained.indexOf(slot)) : `Q[${slot}]`),
    cell: (place) => `m${place}`,
    keep: (place) => `const m${place}`,
    output: (i) => `const o${i}`,
  };
  const ofStep: Places = {
    prefix: 'w',
    input: (slot) => `x${slot}`,
    parameter: (slot) => `s${slot}`,
    cell: (place) => `u${place}`,
    keep: (place) => `const u${place}`,
    output: (i) => `const y${i}`,
  };
  const updateOf = (j: number): string => {
    const prefix = `r${j}_`;
    const input = (slot: number): string => (slot === 0 ? `o${j + 1}` : state(slot - 1, j));
    const output = (i: number): string => `const n${i}_${j}`;
    return write(update, each, { ...ofStep, prefix, input, output });
  };
  const { outputs, rank, parameters } = rule.program;
  const scalars = parameters.length;
  const { isConstant = false } = rule;
  const onceText = `${list(scalars, (k) => `const s${k}=S[${isConstant ? k : `t*${scalars}+${k}`}];`)}
${once === undefined ? '' : write(update, once, ofStep)}`;
  // what is the same for all parameters, such as a memory that simplifies to a constant
  const uniform = (i: number, j: number): string => (rank[outputs[i] as number] === 0 ? `const n${i}_${j}=y${i};` : '');

  const text = `(function(A,Q,C,order,position,steps,S,losses,T){
const ${countName}=${size};
${list(program.slots, (slot) => `const c${slot}=C[${slot}];`)}
${eachState((name, i, j) => `let ${name}=A[${i}][${j}];`)}
${isConstant ? onceText : ''}
let t=0,total=T[0];
for(;t<steps;t++){
const row=order[position+t];
${write(descent, gradient, places)}
if(!(${list(descent.program.outputs.length, (i) => `Math.abs(o${i})`, '+')}<${largestGradient}))break;
${isConstant ? '' : onceText}
${list(size, updateOf)}
${eachState((_, i, j) => uniform(i, j))}
if(!(${list(size, (j) => `n0_${j}<1/0&&n0_${j}>-1/0`, '&&')}))break;
losses[t]=o0;
total+=o0;
${eachState((name, i, j) => `${name}=n${i}_${j};`)}
}
${eachState((name, i, j) => `A[${i}][${j}]=${name};`)}
T[0]=total;
return t;
})`;
  if (text.length > longestLoop) return undefined;
  const run = instantiate<Fused>(text, { ...scopeOf(program), ...scopeOf(rule.program) });

  const values = new Float64Array(scalars);
  let table = new Float64Array(0); // the rule's scalars of each step
  return ({ order, position, steps, step, losses, total }) => {
    const given = isConstant ? 1 : steps;
    if (table.length < given * scalars) table = new Float64Array(given * scalars);
    for (let t = 0; t < given; t++) {
      rule.scalars(step + t, values);
      table.set(values, t * scalars);
    }
    return run(kept, fixed, columns, order, position, steps, table, losses, total);
  };
}
