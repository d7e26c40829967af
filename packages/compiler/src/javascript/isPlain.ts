import type { UpdateRule } from '../trainingLoop.ts';

/** Whether a rule adds a multiple of the gradient and no more: the sign of a zero in it counts only where a parameter is −0. */
export function isPlain({ program: { primitives, args }, memory }: UpdateRule): boolean {
  const names = primitives.map(({ name }) => name).join();
  return memory === 0 && names === 'multiply,add' && args.length === 4 && args.subarray(2).includes(1);
}
