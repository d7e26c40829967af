import { served } from '../offline/served.ts';
import type { Measured } from './measure.ts';
import type { Runnable } from './runnable.ts';

/** A module that takes longer is stopped. */
const limit = 10_000;

/** The cache from which the service worker answers for `./exported/`. */
const cacheName = 'exported';

/**
 * Runs an exported module as it is: its text is kept in the browser's cache, the service worker serves it under an address of this
 * page, and a worker of its own imports it from there. Nothing is evaluated from text, so the page's policy stays as strict as it is.
 * @throws Error saying why it cannot be run, or that it took too long.
 */
export async function runExported({ text, ...runnable }: Runnable): Promise<Measured> {
  if (!(await served()))
    throw new Error(
      'The page has no service worker yet, which serves the exported file. It has one after the next reload, where the browser allows it.',
    );
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  const name = Array.from(new Uint8Array(hash).subarray(0, 12), (byte) => byte.toString(16).padStart(2, '0')).join('');
  const address = new URL(`./exported/${name}.js`, document.baseURI).href;
  const cache = await caches.open(cacheName);
  for (const old of await cache.keys()) if (old.url !== address) await cache.delete(old);
  await cache.put(address, new Response(text, { headers: { 'content-type': 'text/javascript' } }));
  const worker = new Worker(new URL('./run.worker.ts', import.meta.url), { type: 'module' });
  try {
    return await new Promise<Measured>((done, fail) => {
      setTimeout(() => fail(new Error(`The exported module took more than ${limit / 1000} s and was stopped.`)), limit);
      worker.addEventListener('error', ({ message }) => fail(new Error(message || 'The worker could not be started.')));
      worker.addEventListener('message', ({ data }: MessageEvent<{ measured?: Measured; problem?: string }>) =>
        data.measured === undefined ? fail(new Error(data.problem)) : done(data.measured),
      );
      worker.postMessage({ address, runnable });
    });
  } finally {
    worker.terminate();
  }
}
