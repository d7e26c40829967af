import { build } from '../build.ts';
import { lift } from '../node.ts';
import { is } from './match.ts';
import type { Law, Primitive } from './primitive.ts';

/** Leaves the neutral element out of a list; a list of nothing else is that element. */
export const neutral =
  (op: () => Primitive, value: number): Law =>
  (args) => {
    if (!args.some((arg) => is(arg, value))) return undefined;
    const rest = args.filter((arg) => !is(arg, value));
    return rest.length === 0 ? lift(value) : build(op(), rest);
  };
