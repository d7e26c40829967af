/** Keeps the Lab for visits without network; browsers allow that on https and on this machine. */
export function keepOffline(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  navigator.serviceWorker.register('./sw.js', { scope: './' }).catch(() => {
    // storage may be full or forbidden: the Lab works, but needs the network next time
  });
}
