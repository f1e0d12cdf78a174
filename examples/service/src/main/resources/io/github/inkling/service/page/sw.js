// Keeps the page's own files. The network comes first: what is kept is for when there is none.
// Answers about digits are never kept; they are the server's.

const CACHE = 'inkling-page';
const NEVER = ['api', 'metrics', 'health', 'openapi.json'];

self.addEventListener('install', () => self.skipWaiting());

self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('message', (event) => {
  const files = (event.data?.keep ?? []).filter((url) => isPage(new URL(url)));
  event.waitUntil(Promise.all(files.map(keepFile)));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method === 'GET' && isPage(new URL(request.url))) {
    event.respondWith(networkFirst(request));
  }
});

/** Whether it is a file of the page, and none of what the server computes. */
function isPage(url) {
  const base = new URL(self.registration.scope);
  if (url.origin !== base.origin || !url.pathname.startsWith(base.pathname)) {
    return false;
  }
  const first = url.pathname.slice(base.pathname.length).split('/')[0];
  return !NEVER.includes(first);
}

async function networkFirst(request) {
  const cache = await caches.open(CACHE);
  try {
    const response = await fetch(request);
    if (response.ok) {
      await cache.put(request, response.clone());
    }
    return response;
  } catch (error) {
    const kept = await cache.match(request, { ignoreSearch: request.mode === 'navigate' });
    if (kept) {
      return kept;
    }
    throw error;
  }
}

async function keepFile(url) {
  try {
    await (await caches.open(CACHE)).add(url);
  } catch {
    // It is kept with the next visit.
  }
}
