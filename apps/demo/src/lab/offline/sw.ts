// The service worker: keeps all files of the build, so that the Lab opens without network after the first visit.

/** The addresses of the build's files, and a hash of what is in them; offlinePlugin.ts writes both above this code. */
declare const files: readonly string[];
declare const version: string;

const worker = self as unknown as ServiceWorkerGlobalScope;
const { scope } = worker.registration;

/** One address may have several Labs, each in a folder of its own: the folder is a part of the name. */
const kept = `${scope}#${version}`;

const page = new URL('./', scope).href;

worker.addEventListener('install', (event) => {
  const fresh = files.map((file) => new Request(new URL(file, scope), { cache: 'reload' }));
  event.waitUntil(caches.open(kept).then((cache) => cache.addAll(fresh)));
});

/** An older version serves its open pages to the end; then this one takes over, and what the older kept is deleted. */
worker.addEventListener('activate', (event) => {
  const clean = async (): Promise<void> => {
    const old = (await caches.keys()).filter((name) => name.startsWith(`${scope}#`) && name !== kept);
    await Promise.all(old.map((name) => caches.delete(name)));
    await worker.clients.claim();
  };
  event.waitUntil(clean());
});

worker.addEventListener('fetch', (event) => {
  const { origin, pathname, href } = new URL(event.request.url);
  if (event.request.method !== 'GET' || !href.startsWith(scope)) return;
  const path = (origin + pathname).slice(scope.length);
  if (path.startsWith('exported/')) event.respondWith(exported(event.request));
  else event.respondWith(answer(event.request, path === 'index.html' ? page : origin + pathname));
});

async function answer(request: Request, address: string): Promise<Response> {
  const cache = await caches.open(kept);
  return (await cache.match(address, { ignoreVary: true })) ?? fetch(request);
}

/** Modules that the page has exported and put into the cache `exported`, to run them as files: no code is made from text. */
async function exported(request: Request): Promise<Response> {
  const cache = await caches.open('exported');
  return (
    (await cache.match(request, { ignoreVary: true })) ?? new Response('Nothing was exported here.', { status: 404 })
  );
}
