import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Plugin } from 'vite';

const worker = 'sw.js';

/**
 * Builds the service worker, `sw.js` beside `index.html`, and writes at its top the addresses of all files of the build (`files`)
 * and a hash of their contents (`version`).
 */
export function offlinePlugin(): Plugin {
  return {
    name: 'offline',
    apply: 'build',
    config: () => ({
      build: {
        rolldownOptions: {
          input: { index: 'index.html', sw: 'src/lab/offline/sw.ts' },
          output: { entryFileNames: ({ name }) => (name === 'sw' ? worker : 'assets/[name]-[hash].js') },
        },
      },
    }),
    writeBundle({ dir }) {
      const folder = dir as string;
      const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
        .sort();
      const hash = createHash('sha256');
      for (const path of paths) hash.update(path.slice(folder.length)).update(readFileSync(path));
      const addresses = paths
        .map((path) => path.slice(folder.length + 1).replaceAll(sep, '/'))
        .filter((name) => name !== worker)
        .map((name) => (name === 'index.html' ? './' : `./${name}`)); // some hosts redirect index.html to its folder
      const facts = `const files=${JSON.stringify(addresses)},version=${JSON.stringify(hash.digest('hex').slice(0, 16))};\n`;
      const path = join(folder, worker);
      writeFileSync(path, facts + readFileSync(path, 'utf8'));
    },
  };
}
