import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import type { Figures } from '../measure.ts';
import type { ColdCase } from './case.ts';

/** What a page loads that compiles graphs: the compiler and the part of the other packages that it uses. */
async function bytes(): Promise<Figures> {
  const workspace = createRequire(new URL('../../package.json', import.meta.url));
  const { build } = createRequire(workspace.resolve('@size-limit/esbuild'))('esbuild');
  const { outputFiles } = await build({
    stdin: { contents: "export * from '@chainrule/compiler'", resolveDir: import.meta.dirname },
    bundle: true,
    minify: true,
    format: 'esm',
    write: false,
    conditions: ['@chainrule/source'],
  });
  const code = outputFiles[0].contents as Uint8Array;
  return { 'minified, kB': code.length / 1000, 'minified and gzipped, kB': gzipSync(code, { level: 9 }).length / 1000 };
}

export const packageSize: Readonly<Record<string, ColdCase>> = {
  'compiler and what it uses of the others': { run: bytes, atMost: { 'minified and gzipped, kB': 25 } },
};
