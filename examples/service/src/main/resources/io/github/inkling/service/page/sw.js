// Keeps the page's own files. The network comes first: what is kept is for when there is none, or
// one that hardly moves. Answers about digits are never kept; they are the server's.

/** A higher version forgets what was kept; it is for when files are kept in another way. */
const VERSION = 2;
const CACHES = 'inkling-page';
const CACHE = `${CACHES}-${VERSION}`;
const NEVER = ['api', 'metrics', 'health', 'openapi.json'];
/** How long the network has where there is a copy, in milliseconds. */
const PATIENCE = 3000;

/** Whether the network was late and has not answered since: a page of many files waits once. */
let late = false;

self.addEventListener('install', () => self.skipWaiting());

self.addEventListener('activate', (event) => {
  event.waitUntil(Promise.all([dropOthers(), self.clients.claim()]));
});

self.addEventListener('message', (event) => {
  const files = new Set((event.data?.keep ?? []).filter((url) => isPage(new URL(url))).map(fileOf));
  event.waitUntil(Promise.all([...files].map(keepFile)));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method === 'GET' && isPage(new URL(request.url))) {
    const answer = fetch(request);
    // The copy is renewed also when the answer comes too late for this time.
    event.waitUntil(answer.then((response) => arrived(request.url, response))
      .catch(() => {}));
    event.respondWith(networkFirst(request, answer));
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

/** The address of a file, which is the same whatever is asked of it. */
function fileOf(url) {
  const { origin, pathname } = new URL(url);
  return origin + pathname.replace(/\/index\.html$/, '/');
}

async function networkFirst(request, answer) {
  // The answer may fail before anybody waits for it.
  answer.catch(() => {});
  const kept = await keptOf(request.url);
  if (!kept) {
    return answer;
  }
  let timer;
  const tooLate = new Promise((resolve) => {
    timer = setTimeout(() => {
      late = true;
      resolve(kept);
    }, late ? 0 : PATIENCE);
  });
  return Promise.race([answer.catch(() => kept), tooLate]).finally(() => clearTimeout(timer));
}

/** A cache that cannot be read is an empty one. */
async function keptOf(url) {
  try {
    return await (await caches.open(CACHE)).match(fileOf(url));
  } catch {
    return undefined;
  }
}

function arrived(url, response) {
  late = false;
  return keep(url, response);
}

async function keep(url, response) {
  // What was redirected may not answer for another address.
  if (response.ok && !response.redirected) {
    const copy = response.clone();
    await (await caches.open(CACHE)).put(fileOf(url), copy);
  }
}

async function keepFile(url) {
  try {
    await keep(url, await fetch(url));
  } catch {
    // It is kept with the next visit.
  }
}

/** Others on this origin have caches, too. */
async function dropOthers() {
  const ours = (await caches.keys()).filter((name) => name.startsWith(CACHES) && name !== CACHE);
  await Promise.all(ours.map((name) => caches.delete(name)));
}
