// Registers the service worker, which keeps the page itself for when there is no network.

export async function keepForOffline() {
  if (!('serviceWorker' in navigator)) {
    return;
  }
  const workers = navigator.serviceWorker;
  const tell = async (files) => (await workers.ready).active.postMessage({ keep: pageAnd(files) });
  const tellOfAll = () => tell(performance.getEntriesByType('resource'));
  // A newer worker forgets what the one before it was told.
  workers.addEventListener('controllerchange', tellOfAll);
  try {
    await workers.register('sw.js', { scope: './' });
    // What is on its way while no worker has taken the page over yet passes it by.
    new PerformanceObserver((list) => {
      const unseen = list.getEntries().filter(({ workerStart }) => !workerStart);
      if (unseen.length > 0) {
        tell(unseen);
      }
    }).observe({ type: 'resource' });
    await tellOfAll();
  } catch {
    // Without it the page works as long as there is a server.
  }
}

/** What the page consists of, as it was loaded: no list that has to be kept up by hand. */
function pageAnd(files) {
  const here = new URL(location.href);
  here.hash = '';
  const own = [here.href, ...files.map(({ name }) => name)]
    .filter((url) => url.startsWith(here.origin));
  return [...new Set(own)];
}
