import { defaultClientConditions, defineConfig } from 'vite';
import { offlinePlugin } from './src/lab/offline/offlinePlugin.ts';

/** What an entry starts with is one script: packed together it is smaller, and asked for at once. */
const oneScript = (name: string, isOther: (id: string) => boolean = () => false) => ({
  codeSplitting: { groups: [{ name, tags: ['$initial' as const], test: (id: string) => !isOther(id) }] },
});

export default defineConfig({
  base: './', // works from any folder of any host
  resolve: { conditions: ['@chainrule/source', ...defaultClientConditions] },
  plugins: [offlinePlugin()],
  worker: { format: 'es', rolldownOptions: { output: oneScript('train') } },
  build: {
    target: 'es2022',
    assetsInlineLimit: 0, // the policy of the page allows no data addresses
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1000,
    rolldownOptions: { output: oneScript('index', (id) => id.endsWith('/sw.ts')) },
  },
});
