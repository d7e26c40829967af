import { gradient, interpreter, lower, type Node } from '@chainrule/core';
import { columnsBySlot } from '../data/columnsBySlot.ts';
import type { Table } from '../data/labData.ts';
import type { Split } from '../data/split.ts';
import type { Plan } from './plan.ts';

/** The value of each node, and the derivative of the loss with respect to it; NaN for constants, of which there is none. */
export interface Numbers {
  readonly values: Float64Array;
  readonly gradients: Float64Array;
}

/** The numbers of all nodes for one row of a table, by one program that is made once. The lists are new in each call. */
export function numbersOf({ model, order }: Plan, data: Split): (table: Table, row: number) => Numbers {
  const { nodes } = order;
  const derived = nodes.filter(({ kind }) => kind !== 'constant');
  const places = Int32Array.from(derived, order.indexOf);
  const program = lower([...nodes, ...gradient<readonly Node[], Node>(model.loss, derived)]);
  const machine = interpreter(program);
  const found = new Float64Array(program.outputs.length);
  const results = Object.freeze(Array.from(found, (_, i) => found.subarray(i, i + 1)));
  return (table, row) => {
    machine.run(columnsBySlot(program, table, data), 1, results, [row]);
    const gradients = new Float64Array(nodes.length).fill(Number.NaN);
    places.forEach((place, i) => {
      gradients[place] = found[nodes.length + i] as number;
    });
    return { values: found.slice(0, nodes.length), gradients };
  };
}
