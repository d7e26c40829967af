import type { compileTraining } from '../engine.ts';
import { type ListLoop, listLoop } from './listLoop.ts';

/** The loops made since `forgetLoops`. */
export const made: ListLoop[] = [];

/** The steps that a loop refuses to make. */
export const refused: Set<number> = new Set();

export function forgetLoops(): void {
  made.length = 0;
  refused.clear();
}

/** The steps that went through loops. */
export const loopSteps = (): number => made.reduce((total, { counts }) => total + counts.steps, 0);

/** Stands for the compiler: engine 'wasm' is a loop that counts its steps, others have none. */
export function compileCounted(
  ...[task, options]: Parameters<typeof compileTraining>
): ReturnType<typeof compileTraining> {
  if (options?.engine !== 'wasm') return undefined;
  const loop = listLoop(task, refused);
  made.push(loop);
  return { ...loop, engine: { name: 'wasm', reason: 'a test' } };
}
