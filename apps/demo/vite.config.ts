import { defaultClientConditions, defineConfig } from 'vite';
import { offlinePlugin } from './src/lab/offline/offlinePlugin.ts';

export default defineConfig({
  base: './', // works from any folder of any host
  resolve: { conditions: ['@chainrule/source', ...defaultClientConditions] },
  plugins: [offlinePlugin()],
  worker: {
    format: 'es',
    rolldownOptions: {
      output: { codeSplitting: { groups: [{ name: 'train', tags: ['$initial'] }] } },
    },
  },
  build: {
    target: 'es2022',
    assetsInlineLimit: 0, // the policy of the page allows no data addresses
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1000,
    rolldownOptions: {
      output: {
        codeSplitting: { groups: [{ name: 'index', tags: ['$initial'], test: (id) => !id.endsWith('/sw.ts') }] },
      },
    },
  },
});
