import { type ExportedModule, measure } from './measure.ts';
import type { Runnable } from './runnable.ts';

/** Runs an exported module in a thread of its own, which the page can end. */
self.addEventListener(
  'message',
  async ({ data }: MessageEvent<{ address: string; runnable: Omit<Runnable, 'text'> }>) => {
    try {
      const module = (await import(/* @vite-ignore */ data.address)) as ExportedModule;
      self.postMessage({ measured: measure(module, data.runnable) });
    } catch (error) {
      self.postMessage({ problem: (error as Error).message });
    }
  },
);
