import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { talk } from '../harness/process.ts';
import type { Contender } from '../works/work.ts';

export interface CProgram {
  /** The name of a file in bench/c. */
  readonly file: string;
  readonly precision: 'f32' | 'f64';
  readonly defines?: Readonly<Record<string, number | string>>;
  /** What gcc is told beside what it is told for all. */
  readonly flags?: readonly string[];
  /** What it starts from, in the order in which it reads: the parameters, then columns of data. */
  readonly numbers: readonly ArrayLike<number>[];
}

/**
 * Compiles a C program and lets it work in a process of its own; it keeps the time itself.
 * @throws Error if there is no gcc, or it refuses.
 */
export function cContender(name: string, { file, precision, defines = {}, flags = [], numbers }: CProgram): Contender {
  const folder = mkdtempSync(join(tmpdir(), 'chainrule-bench-'));
  const program = join(folder, file);
  const source = join(import.meta.dirname, '..', 'c', `${file}.c`);
  const given = Object.entries(defines).map(([key, value]) => `-D${key}=${value}`);
  const command = ['-O3', '-march=native', '-ffast-math', ...flags, ...given, source, '-o', program, '-lm'];
  const { status, stderr, error } = spawnSync('gcc', command, { encoding: 'utf8' });
  if (status !== 0) throw new Error(error === undefined ? `gcc: ${stderr}` : 'there is no gcc');
  const data = join(folder, 'numbers');
  writeFileSync(data, Float64Array.from(numbers.flatMap((list) => Array.from(list))));
  const { ask, end } = talk(program, [data]);
  return {
    name,
    precision,
    run: async (steps) => Number(await ask(`run ${steps}`)),
    result: async () => (await ask('result')).trim().split(' ').map(Number),
    close: () => {
      end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
