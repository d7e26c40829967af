import { outputNodes } from '@chainrule/core';
import type { Net } from '../nets/net.ts';
import { c } from './c.ts';
import { formula } from './formula.ts';
import { javascript } from './javascript.ts';
import { onnx } from './onnx.ts';
import { pythonTarget } from './python.ts';
import { glsl, wgsl } from './shaders.ts';
import { spreadsheet } from './spreadsheet.ts';
import { openDuckdb } from './sql/duckdb.ts';
import { openPostgres } from './sql/postgres.ts';
import { openSqlite } from './sql/sqlite.ts';
import { sql } from './sql.ts';
import type { Target } from './target.ts';

/** PostgreSQL has 1,664 columns at most, SQLite 2,000. */
const tooWide = ({ outputs }: Net): string | undefined =>
  outputNodes(outputs).length > 1600 ? 'it has more outputs than a table has columns' : undefined;

/** The rows of the matrix. */
export const targets: readonly Target[] = [
  javascript('bundled', { bound: 0 }),
  javascript('Math', { bound: 1e-15, unit: 2 ** -52 }),
  c({}, { bound: 0 }),
  c({ functions: 'math.h' }, { bound: 1e-15, unit: 2 ** -52 }),
  c(
    { type: 'float' },
    {
      bound: 1e-6,
      unit: 2 ** -23,
      rounded: Math.fround,
      leavesOut: ({ random }) => (random ? 'its values do not fit into 32 bits' : undefined),
    },
  ),
  pythonTarget,
  formula('text', 'expanded'),
  formula('text', 'named'),
  formula('LaTeX', 'expanded'),
  formula('LaTeX', 'named'),
  formula('MathML', 'expanded'),
  formula('MathML', 'named'),
  onnx('f32', { bound: 1e-5, unit: 2 ** -23, rounded: Math.fround }),
  onnx('f64', { bound: 1e-14, unit: 2 ** -52 }),
  glsl,
  wgsl,
  sql('DuckDB', 'duckdb', openDuckdb, { extremes: [0, Number.NaN, 1e4, -1e4] }),
  sql('PostgreSQL', 'postgres', openPostgres, { extremes: [0, Number.NaN, 1e4, -1e4], leavesOut: tooWide }),
  sql('SQLite', 'sqlite', openSqlite, { extremes: [0, 1e4, -1e4], leavesOut: tooWide }),
  spreadsheet('spreadsheet', 'fods'),
  spreadsheet('CSV of formulas', 'csv', ({ random }) =>
    random ? 'the formulas are those of the other sheet' : undefined,
  ),
];
