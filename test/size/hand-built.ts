// A network built by hand from core and ops alone: .size-limit.json holds what it bundles to within 8 kB.
import { evaluate, gradient, input, parameter } from '@chainrule/core';
import { add, multiply, tanh } from '@chainrule/ops';

const x = input('x');
const weights = [parameter(0.5), parameter(-1), parameter(2), parameter(0.25)] as const;
const [w1, b1, w2, b2] = weights;
const y = add(multiply(w2, tanh(add(multiply(w1, x), b1))), b2);

console.log(evaluate([y, ...gradient(y, weights)], { x: 3 }));
