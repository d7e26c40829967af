import { apply, type Node, type NodeLike } from '@chainrule/core';
import * as op from '@chainrule/core/primitives';

// The arithmetic that rules are written in. Each is the one operation, never simplified: the formula keeps its order.

export const add = (a: NodeLike, b: NodeLike): Node => apply(op.add, [a, b]);
export const multiply = (a: NodeLike, b: NodeLike): Node => apply(op.multiply, [a, b]);
export const divide = (a: NodeLike, b: NodeLike): Node => apply(op.divide, [a, b]);
export const sqrt = (x: NodeLike): Node => apply(op.sqrt, [x]);
export const abs = (x: NodeLike): Node => apply(op.abs, [x]);
export const max = (a: NodeLike, b: NodeLike): Node => apply(op.max, [a, b]);
export const min = (a: NodeLike, b: NodeLike): Node => apply(op.min, [a, b]);
export const less = (a: NodeLike, b: NodeLike): Node => apply(op.less, [a, b]);
export const select = (condition: NodeLike, a: NodeLike, b: NodeLike): Node => apply(op.select, [condition, a, b]);
export const sumBatch = (x: NodeLike): Node => apply(op.sumBatch, [x]);

/** −1, 0 or 1; NaN and the sign of zero stay. */
export const sign = (x: NodeLike): Node => select(less(0, x), 1, select(less(x, 0), -1, x));
