import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { beforeEach, test } from 'node:test';
import { createContext, runInContext } from 'node:vm';

import { promised, settled } from './fixtures.js';

const SOURCE = readFileSync(
  new URL('../../main/resources/io/github/inkling/service/page/sw.js', import.meta.url), 'utf8');
const BASE = 'https://example.org/inkling/';

/** The caches of a browser, with texts by their address. */
class FakeCaches {
  all = new Map();

  async open(name) {
    if (!this.all.has(name)) {
      this.all.set(name, new Map());
    }
    const files = this.all.get(name);
    const address = (request) => request.url ?? request;
    return {
      match: async (request) => files.has(address(request))
        ? new Response(files.get(address(request))) : undefined,
      put: async (request, response) => {
        files.set(address(request), await response.text());
      },
    };
  }

  async keys() {
    return [...this.all.keys()];
  }

  async delete(name) {
    return this.all.delete(name);
  }
}

let caches, network, listeners, timers, claimed;

beforeEach(() => {
  caches = new FakeCaches();
  network = async () => new Response('new');
  listeners = new Map();
  timers = new Map();
  claimed = false;
  const self = {
    registration: { scope: BASE },
    skipWaiting() {},
    clients: {
      claim: async () => {
        claimed = true;
      },
    },
    addEventListener: (type, listener) => listeners.set(type, listener),
  };
  let lastTimer = 0;
  runInContext(SOURCE, createContext({
    self, caches, URL,
    fetch: (request) => network(request.url ?? request),
    setTimeout: (call, wait) => {
      timers.set(++lastTimer, { call, wait });
      return lastTimer;
    },
    clearTimeout: (timer) => timers.delete(timer),
  }));
});

/** Sends an event; what the worker promises with it is in `answer` and `work`. */
function send(type, details = {}) {
  const work = [];
  const event = { ...details, waitUntil: (promise) => work.push(promise),
    respondWith(promise) {
      event.answer = promise;
    } };
  listeners.get(type)(event);
  return { answer: event.answer, work: Promise.all(work) };
}

function get(path, method = 'GET') {
  return send('fetch', { request: { url: BASE + path, method, mode: 'no-cors' } });
}

/** A visit while there is a network. */
async function visit(path, text = 'old') {
  network = async () => new Response(text);
  const { answer, work } = get(path);
  await answer;
  await work;
}

async function textOf({ answer }) {
  return (await answer).text();
}

function kept() {
  return [...caches.all.values()].flatMap((files) => [...files.keys()]);
}

function noNetwork() {
  network = async () => {
    throw new TypeError('no network');
  };
}

test('the network comes first, and renews the copy', async () => {
  await visit('js/main.js');
  network = async () => new Response('new');
  const { answer, work } = get('js/main.js');
  assert.equal(await (await answer).text(), 'new');
  await work;
  noNetwork();

  assert.equal(await textOf(get('js/main.js')), 'new');
  assert.equal(timers.size, 0);
});

test('without a network and without a copy there is no answer', async () => {
  noNetwork();
  const { answer, work } = get('js/main.js');

  await assert.rejects(answer, /no network/);
  await work;
});

test('a network that does not answer gives way to the copy after three seconds', async () => {
  await visit('js/main.js');
  const { promise, keep } = promised();
  network = () => promise;
  const asked = get('js/main.js');
  await settled();
  const [{ call, wait }] = timers.values();
  assert.equal(wait, 3000);
  call();
  assert.equal(await textOf(asked), 'old');

  keep(new Response('late'));
  await asked.work;
  noNetwork();
  assert.equal(await textOf(get('js/main.js')), 'late');
});

test('a page of many files waits for a network that does not answer only once', async () => {
  await visit('js/main.js');
  const { promise, keep } = promised();
  network = () => promise;
  const first = get('js/main.js');
  await settled();
  const [[timer, { call }]] = timers;
  call();
  timers.delete(timer);
  const second = get('js/main.js');
  await settled();
  assert.deepEqual([...timers.values()].map(({ wait }) => wait), [0]);

  keep(new Response('late'));
  await Promise.all([first.work, second.work]);
  network = () => promised().promise;
  get('js/main.js');
  await settled();
  assert.deepEqual([...timers.values()].map(({ wait }) => wait), [3000]);
});

test('a network that does not answer is waited for where there is no copy', async () => {
  const { promise, keep } = promised();
  network = () => promise;
  const asked = get('js/main.js');
  await settled();
  assert.equal(timers.size, 0);
  keep(new Response('late'));

  assert.equal(await textOf(asked), 'late');
});

test('a file is kept once, whatever its address asks for', async () => {
  for (const path of ['', '?a', '?b=1', 'index.html', 'index.html?c']) {
    await visit(path);
  }
  noNetwork();

  assert.deepEqual(kept(), [BASE]);
  assert.equal(await textOf(get('?d')), 'old');
});

test('the files that a page is made of are kept once each', async () => {
  const { work } = send('message', { data: { keep: [BASE, `${BASE}?a`, `${BASE}js/main.js`,
    `${BASE}api/v1/model`, 'https://example.com/other.js'] } });
  await work;

  assert.deepEqual(kept(), [BASE, `${BASE}js/main.js`]);
});

test('what the server computes is left to the network', () => {
  for (const path of ['api/v1/model', 'metrics', 'health', 'openapi.json']) {
    assert.equal(get(path).answer, undefined, path);
  }
  assert.equal(get('js/main.js', 'POST').answer, undefined);
});

test('an answer that is no file is not kept', async () => {
  network = async () => new Response('gone', { status: 404 });
  const { answer, work } = get('js/none.js');

  assert.equal((await answer).status, 404);
  await work;
  assert.deepEqual(kept(), []);
});

test('a cache that fails costs no answer', async () => {
  caches.open = async () => {
    throw new DOMException('forbidden', 'SecurityError');
  };
  const { answer, work } = get('js/main.js');

  assert.equal(await (await answer).text(), 'new');
  await work;
});

test('a new worker drops the caches of the ones before it, and of nobody else', async () => {
  await visit('js/main.js');
  const [own] = await caches.keys();
  assert.match(own, /^inkling-page-\d+$/);
  for (const name of ['inkling-page', 'inkling-page-0', 'another']) {
    await caches.open(name);
  }
  await send('activate').work;

  assert.deepEqual((await caches.keys()).sort(), ['another', own]);
  assert.ok(claimed);
});
