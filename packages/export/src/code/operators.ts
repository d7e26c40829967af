import { elementary, type PrimitiveName } from '@chainrule/core';
import { infix, type Spelled } from '../spelling.ts';

type Shared = 'add' | 'subtract' | 'multiply' | 'divide' | 'negate' | keyof typeof elementary;

/** The operators that all languages share, and the elementary functions, each as `spelled` says. */
export const operators = (spelled: (name: string) => Spelled): Readonly<Record<Shared & PrimitiveName, Spelled>> => ({
  add: infix('+'),
  subtract: infix('-'),
  multiply: infix('*'),
  divide: infix('/'),
  negate: ([x]) => `-${x}`,
  ...(Object.fromEntries(Object.keys(elementary).map((name) => [name, spelled(name)])) as Record<
    keyof typeof elementary,
    Spelled
  >),
});
