import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import type { Figures } from '../measure.ts';
import type { ColdCase } from './case.ts';

/** What a page loads that compiles graphs: the compiler and the part of the other packages that it uses. */
async function bytes(): Promise<Figures> {
  const workspace = createRequire(new URL('../../package.json', import.meta.url));
  const { build } = createRequire(workspace.resolve('@size-limit/esbuild'))('esbuild');
  const figures: Figures = {};
  for (const [what, external] of [
    ['without blocks', ['@chainrule/blocks']],
    ['with blocks', []],
  ] as const) {
    const { outputFiles } = await build({
      stdin: { contents: "export * from '@chainrule/compiler'", resolveDir: import.meta.dirname },
      bundle: true,
      minify: true,
      format: 'esm',
      write: false,
      conditions: ['@chainrule/source'],
      external,
    });
    const code = outputFiles[0].contents as Uint8Array;
    figures[`${what}, minified, kB`] = code.length / 1000;
    figures[`${what}, minified and gzipped, kB`] = gzipSync(code, { level: 9 }).length / 1000;
  }
  return figures;
}

export const packageSize: Readonly<Record<string, ColdCase>> = {
  'compiler and what it uses of core (and of blocks)': {
    run: bytes,
    atMost: { 'without blocks, minified and gzipped, kB': 25 },
  },
};
