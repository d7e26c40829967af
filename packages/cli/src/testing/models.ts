import { input, inputs, type Node, parameter, seed } from '@chainrule/core';
import { linear, softmax } from '@chainrule/macros';
import { add, multiply } from '@chainrule/ops';

/** Degrees Fahrenheit to degrees Celsius. */
export const celsius: Node = add(
  multiply(parameter(0.5555555555555556), input('fahrenheit')),
  parameter(-17.77777777777778),
);

/** The same as outputs with a name. */
export const model: { readonly celsius: Node } = { celsius };

seed(7);
const pixels = inputs('pixel', 3);

/** A layer of a vector and a number, with outputs in a list and alone. */
export const layered: { readonly classes: readonly Node[]; readonly double: Node } = {
  classes: softmax(linear([...pixels, input('size')], 3)),
  double: multiply(2, input('size')),
};
