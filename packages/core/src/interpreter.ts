import { type Kernel, kernel } from './kernels.ts';
import { type Machine, pieceMachine } from './pieceMachine.ts';
import { firstPrimitive, type Program } from './program.ts';

/**
 * The reference interpreter: runs a program instruction by instruction, each over a piece of the batch.
 * @example interpreter(lower(y)).run([[1, 2, 3]], 3, [new Float64Array(3)])
 */
export function interpreter(program: Program): Machine {
  const { op, rank, args, argStart, primitives } = program;
  const kernels = primitives.map(kernel);
  const batchSum = primitives.findIndex(({ acrossBatch }) => acrossBatch);

  return pieceMachine(program, (ids) => (v, offset, n, total) => {
    for (let i = 0; i < ids.length; i++) {
      const id = ids[i] as number;
      const code = (op[id] as number) - firstPrimitive;
      const loop = kernels[code] as Kernel;
      const isList = primitives[code]?.arity === undefined;
      const start = argStart[id] as number;
      const end = argStart[id + 1] as number;
      const o = offset[id] as number;
      const a = args[start] as number;
      const b = args[start + 1] ?? a;
      const c = args[start + 2] ?? a;
      const from = offset[a] as number;
      if (code === batchSum) v[o] = total * (v[from] as number);
      else if (isList && end - start === 1) v.copyWithin(o, from, from + n);
      else {
        const stepB = rank[b] as number;
        loop(v, n, o, from, rank[a] as number, offset[b] as number, stepB, offset[c] as number, rank[c] as number);
        for (let k = start + 2; isList && k < end; k++) {
          const next = args[k] as number;
          loop(v, n, o, o, rank[id] as number, offset[next] as number, rank[next] as number, 0, 0);
        }
      }
    }
  });
}
