import { leafCode, type Program, primitiveOf } from '@chainrule/core';
import { argOf, arityOf } from './arguments.ts';

/** A loop has at least one run of so many equally built arguments, and no more runs than that. */
const [longRun, mostRuns] = [4, 400];

const isConstant = ({ op }: Program, id: number): boolean => op[id] === leafCode.constant;

/** Whether an instruction is a product of two values, neither of them a constant. */
export function isProduct(program: Program, id: number): boolean {
  return (
    primitiveOf(program, id)?.name === 'multiply' &&
    arityOf(program, id) === 2 &&
    !isConstant(program, argOf(program, id, 0)) &&
    !isConstant(program, argOf(program, id, 1))
  );
}

/** Whether the arguments of a list are a matter for loops: whether they come in runs that are built alike. Factors may change places. */
export function isLoop(program: Program, colour: Int32Array, id: number): boolean {
  const factor = (product: number, k: number): number => colour[argOf(program, product, k)] as number;
  const isAlike = (a: number, b: number): boolean =>
    colour[a] === colour[b] ||
    (isProduct(program, a) && isProduct(program, b) && factor(a, 0) === factor(b, 1) && factor(a, 1) === factor(b, 0));
  let [run, longest, runs] = [1, 1, 1];
  for (let k = 1; k < arityOf(program, id); k++) {
    run = isAlike(argOf(program, id, k), argOf(program, id, k - 1)) ? run + 1 : 1;
    if (run === 1) runs++;
    longest = Math.max(longest, run);
  }
  return longest >= longRun && runs <= mostRuns;
}
