import { usageOf } from '@chainrule/blocks';
import { leafCode, type Program } from '@chainrule/core';
import { operationsOf } from '../engines.ts';
import { largestGradient } from '../largestGradient.ts';
import type { Stretch, UpdateRule } from '../trainingLoop.ts';
import { descentOfOne } from './descentOfOne.ts';
import { instantiate } from './instantiate.ts';
import { type Layout, layouts, withShortLists } from './layout.ts';
import { list } from './list.ts';
import { literal, scopeOf } from './spelling.ts';
import { countName, write } from './write.ts';

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

/** Arguments, and characters, of the loop: V8 makes about 1.1 bytes of its bytecode from a character, and optimises 60 KB at most. */
const largestLoop = 2000;
const longestLoop = 40_000;

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
  const ofRule = rule.program;
  const steps = operationsOf(ofRule);
  const operands = program.args.length + size * ofRule.args.length;
  if (operands > largestLoop || usageOf(ofRule).isSum.includes(1)) return undefined;
  const descent = withShortLists(descentOfOne(program, isZeroSigned));
  const slopes = layouts(descent, Infinity)(operationsOf(descent));
  const lay = layouts(ofRule, Infinity);
  const [once, each] = [0, 1].map((rank) => lay(steps.filter((id) => ofRule.rank[id] === rank))) as [Layout, Layout];

  /** Parameter j and what is remembered of it; written out as inputs of the rule, after the gradient. */
  const state = (i: number, j: number): string => `a${i}_${j}`;
  const eachState = (text: (name: string, i: number, j: number) => string): string =>
    list(kept.length, (i) => list(size, (j) => text(state(i, j), i, j)));
  /** Values of a program: what its leaves are called, which come first in it, numbers, and names of their own. */
  const named =
    ({ op, aux }: Program, leaves: readonly string[], prefix: (id: number) => string) =>
    (id: number): string =>
      leaves[id] ?? (op[id] === leafCode.constant ? literal(aux[id] as number) : prefix(id) + id);
  const all = (plan: Layout, prefix: string, read: (id: number) => string): string =>
    plan.chunks.map((chunk) => write(plan, chunk, { prefix, read })).join('');
  const inputs = columns.map((_, slot) => `c${slot}[row]`);
  const parameters = program.parameters.map((_, slot) =>
    trained.includes(slot) ? state(0, trained.indexOf(slot)) : `Q[${slot}]`,
  );
  const value = named(descent, [...inputs, ...parameters], () => 'v');
  const next = (j: number): ((id: number) => string) => {
    const given = [`o${j + 1}`, ...kept.map((_, i) => state(i, j))].slice(0, ofRule.slots);
    const leaves = [...given, ...ofRule.parameters.map((_, k) => `s${k}`)];
    return named(ofRule, leaves, (id) => (ofRule.rank[id] === 0 ? 'w' : `r${j}_`));
  };
  const scalars = ofRule.parameters.length;
  const { isConstant } = rule;
  const onceText = `${list(scalars, (k) => `const s${k}=S[${isConstant ? k : `t*${scalars}+${k}`}];`)}
${all(once, 'w', next(0))}`;

  const text = `(function(A,Q,C,order,position,steps,S,losses,T){
const ${countName}=${size};
${list(program.slots, (slot) => `const c${slot}=C[${slot}];`)}
${eachState((name, i, j) => `let ${name}=A[${i}][${j}];`)}
${isConstant ? onceText : ''}
let t=0,total=T[0];
for(;t<steps;t++){
const row=order[position+t];
${all(slopes, 'v', value)}
${list(descent.outputs.length, (i) => `const o${i}=${value(descent.outputs[i] as number)};`)}
if(!(${list(descent.outputs.length, (i) => `Math.abs(o${i})`, '+')}<${largestGradient.f64}))break;
${isConstant ? '' : onceText}
${list(size, (j) => all(each, `r${j}_`, next(j)))}
${eachState((_, i, j) => `const n${i}_${j}=${next(j)(ofRule.outputs[i] as number)};`)}
if(!(${list(size, (j) => `Math.abs(n0_${j})<1/0`, '&&')}))break;
losses[t]=o0;
total+=o0;
${eachState((name, i, j) => `${name}=n${i}_${j};`)}
}
${eachState((name, i, j) => `A[${i}][${j}]=${name};`)}
T[0]=total;
return t;
})`;
  if (text.length > longestLoop) return undefined;
  const run = instantiate<Fused>(text, { ...scopeOf(program), ...scopeOf(ofRule) });

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
