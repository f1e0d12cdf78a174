// Registers the service worker, which keeps the page itself for when there is no network.

export async function keepForOffline() {
  if (!('serviceWorker' in navigator)) {
    return;
  }
  try {
    await navigator.serviceWorker.register('sw.js', { scope: './' });
    const { active } = await navigator.serviceWorker.ready;
    active.postMessage({ keep: loadedFiles() });
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
