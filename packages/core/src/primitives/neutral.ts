import { build } from '../build.ts';
import { lift, type Node } from '../node.ts';
import { is } from './match.ts';
import type { Law, Primitive } from './primitive.ts';

/** Leaves the neutral element out of a list; a list of nothing else is that element. */
export function neutral(op: () => Primitive, value: number): Law {
  const isNeutral = (arg: Node): boolean => is(arg, value);
  return (args) => {
    if (!args.some(isNeutral)) return undefined;
    const rest = args.filter((arg) => !isNeutral(arg));
    return rest.length === 0 ? lift(value) : build(op(), rest);
  };
}
