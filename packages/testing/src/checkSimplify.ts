import { apply, type Op, primitives } from '@chainrule/core';
import { opGraph, valuesAt } from './opGraph.ts';
import { references } from './references.ts';
import { ulp } from './ulp.ts';

const { log, subtract } = primitives;

/** Below this, what is not simplified has lost digits to underflow. */
const smallest = 2 ** -970;

/**
 * Simplified or not, value and derivatives are the same to two ulps; so are log y and 1 − y to four ulps of 1, if the op
 * states better forms of them.
 */
export const checkSimplify = (op: Op): string[] =>
  references(op.name).flatMap((group) => {
    const points = group.map(({ args }) => args);
    const { y, partials } = opGraph(op, points[0]?.length ?? 0);
    const stated = [...(op.log ? [apply(log, [y])] : []), ...(op.complement ? [apply(subtract, [1, y])] : [])];
    const nodes = [y, ...partials, ...stated];
    const plain = valuesAt(nodes, points, { simplify: false });
    const simple = valuesAt(nodes, points);
    return points.flatMap((point, row) =>
      plain.flatMap((list, k) => {
        const [a, b] = [list[row] as number, simple[k]?.[row] as number];
        if (a === b || Number.isNaN(a)) return [];
        const isStated = k > partials.length;
        if (isStated && Math.abs(plain[0]?.[row] as number) < smallest) return [];
        const tolerance = isStated ? 4 * ulp(Math.max(1, Math.abs(a))) : 2 * ulp(a);
        return Math.abs(a - b) <= tolerance ? [] : [`output ${k} at (${point.join(', ')}) is ${a}, simplified ${b}`];
      }),
    );
  });
