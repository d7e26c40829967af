import { defaultClientConditions, defaultServerConditions } from 'vite';
import { defineConfig } from 'vitest/config';

const source = '@chainrule/source';
const branches = { branches: 95 };

export default defineConfig({
  resolve: { conditions: [source, ...defaultClientConditions] },
  ssr: { resolve: { conditions: [source, ...defaultServerConditions] } },
  test: {
    maxWorkers: '100%', // one for each core: the default leaves one core to others
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['packages/*/src/**/*.test.ts', 'apps/*/src/**/*.test.ts'],
          testTimeout: 60_000, // no test is about time: those with graphs of a million nodes take long on a busy machine
        },
      },
      {
        extends: true,
        test: {
          name: 'types',
          include: [],
          typecheck: {
            enabled: true,
            only: true,
            include: ['packages/*/src/**/*.test-d.ts'],
            tsconfig: 'test/types.tsconfig.json',
            ignoreSourceErrors: true, // the typecheck task reports them
          },
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: ['apps/demo/journeys/*.test.ts'],
          globalSetup: 'apps/demo/journeys/setup.ts',
          fileParallelism: false, // one browser, two cores
          testTimeout: 120_000,
          hookTimeout: 60_000,
          expect: { poll: { timeout: 30_000 } },
        },
      },
      {
        extends: true,
        test: { name: 'workspace', include: ['test/*.test.ts'], testTimeout: 60_000, hookTimeout: 60_000 },
      },
    ],
    coverage: {
      provider: 'v8',
      include: ['packages/*/src/**/*.ts'],
      exclude: [
        'packages/testing/**',
        'packages/conformance/**',
        '**/testing/**',
        '**/*.test.ts',
        '**/*.test-d.ts',
        '**/index.ts',
        '**/references/**',
      ],
      reporter: [['text', { skipFull: true }]],
      thresholds: {
        'packages/core/src/**': branches,
        'packages/ops/src/**': branches,
        'packages/losses/src/**': branches,
      },
    },
  },
});
