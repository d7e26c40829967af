import type { Node } from '@chainrule/core';
import { less } from './less.ts';
import { min } from './min.ts';

/** 0 if a or b is not a number, else 1. */
export const ordered = (a: Node, b: Node): Node => less(min(a, b, 0), 1);
