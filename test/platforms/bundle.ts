import { join } from 'node:path';
import { build } from 'vite';

/** A program of the workspace as one file of plain JavaScript. */
export async function bundle(file: string): Promise<string> {
  const outputs = await build({
    configFile: false,
    root: import.meta.dirname,
    logLevel: 'error',
    resolve: { conditions: ['@chainrule/source'] },
    build: {
      write: false,
      minify: false,
      target: 'es2022',
      lib: { entry: join(import.meta.dirname, file), formats: ['es'], fileName: 'bundle' },
    },
  });
  if (!Array.isArray(outputs)) throw new Error('Nothing was built.');
  return outputs[0]?.output[0].code as string;
}
