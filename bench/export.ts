// How large exported networks are, and how fast: `npm run bench export`.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { input, seed } from '@chainrule/core';
import { mlp } from '@chainrule/macros';
import { relu } from '@chainrule/ops';
import type { Net } from '../packages/conformance/src/nets/net.ts';
import { handwriting, iris, moons } from '../packages/conformance/src/nets/trained.ts';
import { openDuckdb } from '../packages/conformance/src/targets/sql/duckdb.ts';
import { openPostgres } from '../packages/conformance/src/targets/sql/postgres.ts';
import { openSqlite } from '../packages/conformance/src/targets/sql/sqlite.ts';
import { c } from './exports/c.ts';
import { javascript } from './exports/javascript.ts';
import { onnx } from './exports/onnx.ts';
import { python } from './exports/python.ts';
import type { Runner } from './exports/runner.ts';
import { sql } from './exports/sql.ts';

const runners: readonly Runner[] = [
  javascript('bundled'),
  javascript('Math'),
  c({}),
  c({ functions: 'math.h' }),
  c({ type: 'float' }),
  python,
  onnx('f32'),
  onnx('f64'),
  sql('DuckDB', 'duckdb', openDuckdb),
  sql('PostgreSQL, wasm', 'postgres', openPostgres),
  sql('SQLite', 'sqlite', openSqlite),
];

/** 4-8-3 with relu, whose scores are compared as they are: what a flower is needs no exponential. */
async function scores(): Promise<Net> {
  const { columns } = await iris();
  seed(42);
  const names = ['sepalLength', 'sepalWidth', 'petalLength', 'petalWidth'];
  const outputs = mlp(
    names.map((name) => input(name)),
    [8, 3],
    { activation: relu },
  );
  return { name: 'iris 4-8-3 relu, scores', outputs, columns };
}

/** What must be reached: bytes at most, rows per second at least. */
const bars: Readonly<Record<string, Readonly<Record<string, { readonly bytes?: number; readonly rows?: number }>>>> = {
  'iris 4-8-3 relu, scores': { 'JavaScript, bundled': { rows: 10e6 } },
  'iris 4-8-3': { DuckDB: { rows: 1.2e6 }, SQLite: { rows: 0.365e6 } },
  'moons 2-16-16-1': { DuckDB: { rows: 0.25e6 } },
  'digits 64-32-10': {
    DuckDB: { rows: 0.155e6 },
    'JavaScript, bundled': { bytes: 60e3, rows: 0.3e6 },
    'C, double, bundled': { bytes: 60e3, rows: 0.6e6 },
  },
};

let missed = 0;
for (const make of [scores, iris, moons, handwriting]) {
  const net = await make();
  console.log(`\n${net.name}`);
  for (const runner of runners) {
    const folder = mkdtempSync(join(tmpdir(), 'bench-'));
    try {
      const { bytes, rowsPerSecond } = await runner.measure(net, folder);
      const bar = bars[net.name]?.[runner.name];
      const isMet = bytes <= (bar?.bytes ?? bytes) && rowsPerSecond >= (bar?.rows ?? 0);
      if (!isMet) missed++;
      const cells = [`${(bytes / 1000).toFixed(1)} kB`, `${(rowsPerSecond / 1e6).toPrecision(2)} M rows/s`];
      const verdict = bar === undefined ? '' : `  ${describe(bar)}: ${isMet ? 'met' : 'MISSED'}`;
      console.log(`  ${runner.name.padEnd(24)}${cells.map((cell) => cell.padStart(16)).join('')}${verdict}`);
    } catch (error) {
      console.log(`  ${runner.name.padEnd(24)} left out: ${(error as Error).message.split('\n')[0]}`);
    } finally {
      rmSync(folder, { recursive: true });
    }
  }
}
console.log(missed === 0 ? '\nAll that must be reached is reached.' : `\nMissed: ${missed}.`);

function describe({ bytes, rows }: { readonly bytes?: number; readonly rows?: number }): string {
  const parts = [bytes && `at most ${bytes / 1000} kB`, rows && `at least ${rows / 1e6} M rows/s`];
  return parts.filter((part) => part !== undefined).join(', ');
}
