import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';

import { keepForOffline }
  from '../../main/resources/io/github/inkling/service/page/js/offline.js';
import { settled } from './fixtures.js';

const BASE = 'https://example.org/inkling/';

let arrive, loaded, told, workers;

beforeEach(() => {
  loaded = ['js/main.js'];
  told = [];
  workers = new EventTarget();
  workers.register = async () => {};
  workers.ready = Promise.resolve({ active: { postMessage: ({ keep }) => told.push(keep) } });
  define('navigator', { serviceWorker: workers });
  define('location', { href: `${BASE}#drawn`, origin: new URL(BASE).origin });
  define('performance', {
    getEntriesByType: () => loaded.map((path) => ({ name: BASE + path })),
  });
  define('PerformanceObserver', class {
    constructor(listener) {
      arrive = (...entries) => listener({ getEntries: () => entries });
    }

    observe({ type }) {
      assert.equal(type, 'resource');
    }
  });
});

function define(name, value) {
  Object.defineProperty(globalThis, name, { value, configurable: true });
}

test('the worker is told of the page and of what it loaded, each once', async () => {
  loaded = ['js/main.js', 'js/main.js', 'page.css'];
  await keepForOffline();

  assert.deepEqual(told, [[BASE, `${BASE}js/main.js`, `${BASE}page.css`]]);
});

test('what was on its way before a worker took the page over is told when it is there', async () => {
  await keepForOffline();
  arrive({ name: `${BASE}icons/icon.svg`, workerStart: 0 });
  arrive({ name: `${BASE}js/late.js`, workerStart: 7 });
  await settled();

  assert.deepEqual(told.slice(1), [[`${BASE}icons/icon.svg`]]);
});

test('a page past its worker tells it of each file once, and nothing where none is new', async () => {
  await keepForOffline();
  arrive({ name: `${BASE}js/main.js`, workerStart: 0 });
  arrive({ name: 'https://elsewhere.org/font.woff2', workerStart: 0 });
  const late = { name: `${BASE}js/late.js`, workerStart: 0 };
  arrive(late, late);
  arrive(late);
  await settled();

  assert.deepEqual(told.slice(1), [[`${BASE}js/late.js`]]);
});

test('on a first visit it is told again when it takes the page over', async () => {
  await keepForOffline();
  loaded.push('samples.png');
  workers.dispatchEvent(new Event('controllerchange'));
  await settled();

  assert.deepEqual(told.at(-1), [BASE, `${BASE}js/main.js`, `${BASE}samples.png`]);
});

test('a newer worker is told, too', async () => {
  workers.controller = {};
  await keepForOffline();
  workers.dispatchEvent(new Event('controllerchange'));
  await settled();

  assert.equal(told.length, 2);
});

test('where there are no workers, or they are forbidden, the page goes on', async () => {
  define('navigator', {});
  await keepForOffline();
  define('navigator', { serviceWorker: workers });
  workers.register = async () => {
    throw new DOMException('forbidden', 'SecurityError');
  };
  await keepForOffline();

  assert.deepEqual(told, []);
});
