// Registers the service worker, which keeps the page itself for when there is no network.

export async function keepForOffline() {
  if (!('serviceWorker' in navigator)) {
    return;
  }
  const workers = navigator.serviceWorker;
  const tell = async () => (await workers.ready).active.postMessage({ keep: loadedFiles() });
  // What was loaded before a worker took the page over has passed it by, and a newer one forgets what
  // the one before it was told.
  workers.addEventListener('controllerchange', tell);
  try {
    await workers.register('sw.js', { scope: './' });
    await tell();
  } catch {
    // Without it the page works as long as there is a server.
  }
}

/** What the page consists of, as it was loaded: no list that has to be kept up by hand. */
function loadedFiles() {
  const files = performance.getEntriesByType('resource').map(({ name }) => name);
  const here = new URL(location.href);
  here.hash = '';
  const own = [here.href, ...files].filter((url) => url.startsWith(here.origin));
  return [...new Set(own)];
}
