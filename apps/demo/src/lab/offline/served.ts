/** How long the service worker of a first visit may take to fetch the build, in milliseconds. */
const patience = 8000;

/** Whether a service worker answers for this page; on a first visit it is waited for. */
export async function served(): Promise<boolean> {
  const { serviceWorker } = navigator;
  if (serviceWorker === undefined) return false; // the page came over http from another machine
  const end = performance.now() + patience;
  while (serviceWorker.controller === null && performance.now() < end)
    await new Promise((done) => setTimeout(done, 50));
  return serviceWorker.controller !== null;
}
