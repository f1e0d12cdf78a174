// Registers the service worker, which keeps the page itself for when there is no network.

export async function keepForOffline() {
  if (!('serviceWorker' in navigator)) {
    return;
  }
  const workers = navigator.serviceWorker;
  const told = new Set();
  const tell = async (urls) => {
    const keep = [...new Set(urls)].filter((url) => url.startsWith(location.origin) && !told.has(url));
    if (keep.length > 0) {
      keep.forEach((url) => told.add(url));
      (await workers.ready).active.postMessage({ keep });
    }
  };
  const tellOfAll = () => tell(pageAndItsFiles());
  workers.addEventListener('controllerchange', () => {
    // A worker that has just come may have forgotten what the one before it was told.
    told.clear();
    tellOfAll();
  });
  try {
    await workers.register('sw.js', { scope: './' });
    // What is on its way while no worker has taken the page over yet passes it by.
    new PerformanceObserver((list) => {
      tell(list.getEntries().filter(({ workerStart }) => !workerStart).map(({ name }) => name));
    }).observe({ type: 'resource' });
    await tellOfAll();
  } catch {
    // Without it the page works as long as there is a server.
  }
}

/** What the page consists of, as it was loaded: no list that has to be kept up by hand. */
function pageAndItsFiles() {
  const here = new URL(location.href);
  here.hash = '';
  const files = performance.getEntriesByType('resource').map(({ name }) => name);
  return [here.href, ...files];
}
