import { input } from '@chainrule/core';
import { add } from '@chainrule/ops';
import { expect, test, vi } from 'vitest';
import { type CompiledMachine, compile } from './index.ts';
import { machine } from './machine.ts';

vi.mock('./machine.ts', { spy: true });

test.each(['interpreter', 'javascript', 'wasm'] as const)(
  'predict.batch(data, into) hands columns of Float64Array to %s as they are, and those to fill',
  (engine) => {
    const predict = compile([add(input('x'), input('y'))], { engine });
    const run = vi.spyOn(vi.mocked(machine).mock.results.at(-1)?.value as CompiledMachine, 'run');
    const [x, y, into] = [Float64Array.of(1, 2), Float64Array.of(3, 4), [new Float64Array(2)] as [Float64Array]];
    predict.batch({ x, y }, into);
    const [columns, count, results] = run.mock.lastCall as Parameters<CompiledMachine['run']>;
    expect([columns[0] === x, columns[1] === y, columns.length, count]).toEqual([true, true, 2, 2]);
    expect([results[0] === into[0], results.length]).toEqual([true, 1]);
    expect(into).toEqual([Float64Array.of(4, 6)]);
    predict.batch({ x, y: [3, 4] }, into);
    expect(run.mock.lastCall?.[0][0]).not.toBe(x);
  },
);
