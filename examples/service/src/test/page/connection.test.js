import assert from 'node:assert/strict';
import { afterEach, beforeEach, mock, test } from 'node:test';

import { Connection } from '#page/connection.js';
import { Problem, Unreachable } from '#page/problems.js';
import { eventsOf, promised, settled } from './fixtures.js';

const BUSY = new Problem(503, 'Saturated', 'Too many at once.', 3000);
const BUSY_UNTIL_WHENEVER = new Problem(429, 'Too many requests', 'Slower.');
const BROKEN = new Problem(500, 'Broken', 'It is our fault.');
const AWAY = new Unreachable('The server cannot be reached.');

beforeEach(() => mock.timers.enable({ apis: ['setTimeout', 'Date'] }));
afterEach(() => mock.timers.reset());

/** Lets time pass, and what was begun in it end. */
async function pass(time) {
  mock.timers.tick(time);
  await settled();
}

/** A connection to a server that can be there or not, and how often it was asked for its health. */
function connectionTo(server) {
  server.asked = 0;
  return new Connection(async () => {
    server.asked++;
    return server.isReady;
  });
}

test('it is fine until something fails', () => {
  const connection = connectionTo({ isReady: true });

  assert.equal(connection.state.kind, 'fine');
  assert.ok(!connection.isClosed);
});

test('success tells nothing new while it is fine', () => {
  const connection = connectionTo({ isReady: true });
  const events = eventsOf(connection, 'change', 'back');
  connection.succeeded();

  assert.deepEqual(events, []);
});

test('it waits as long as the server asks to, and is back then', async () => {
  const connection = connectionTo({ isReady: true });
  const events = eventsOf(connection, 'change', 'back');
  connection.failed(BUSY);
  assert.deepEqual(connection.state, { kind: 'waiting', error: BUSY, until: 3000 });
  assert.ok(connection.isClosed);
  await pass(2999);
  assert.deepEqual(events, ['change']);
  await pass(1);

  assert.deepEqual(events, ['change', 'change', 'back']);
  assert.equal(connection.state.kind, 'fine');
});

test('it waits two seconds where the server does not say how long', async () => {
  const connection = connectionTo({ isReady: true });
  connection.failed(BUSY_UNTIL_WHENEVER);
  await pass(1999);
  assert.equal(connection.state.kind, 'waiting');
  await pass(1);

  assert.equal(connection.state.kind, 'fine');
});

test('a wait that no timer can hold does not end at once', (t) => {
  const setTimeout = t.mock.method(globalThis, 'setTimeout');
  const connection = connectionTo({ isReady: true });
  const month = 30 * 24 * 60 * 60 * 1000;
  connection.failed(new Problem(503, 'Closed', 'Until next month.', month));

  const [, wait] = setTimeout.mock.calls[0].arguments;
  assert.ok(wait > month / 2 && wait < 2 ** 31, `${wait}`);
  assert.equal(connection.state.until, month);
});

test('a second wait takes the place of the first', async () => {
  const connection = connectionTo({ isReady: true });
  const events = eventsOf(connection, 'back');
  connection.failed(BUSY);
  await pass(2000);
  connection.failed(BUSY);
  await pass(2000);
  assert.deepEqual(events, []);
  await pass(1000);

  assert.deepEqual(events, ['back']);
});

test('a lost server is asked for its health, more and more seldom, until it is there', async () => {
  const server = { isReady: false };
  const connection = connectionTo(server);
  const events = eventsOf(connection, 'change', 'back');
  connection.failed(AWAY);
  assert.deepEqual(connection.state, { kind: 'lost' });
  assert.ok(connection.isClosed);
  for (const wait of [1500, 2250, 3375]) {
    const { asked } = server;
    await pass(wait - 1);
    assert.equal(server.asked, asked);
    await pass(1);
    assert.equal(server.asked, asked + 1);
  }
  server.isReady = true;
  await pass(5063);

  assert.deepEqual(events, ['change', 'change', 'back']);
  assert.equal(connection.state.kind, 'fine');
});

test('a server that stays away is asked four times a minute', async () => {
  const server = { isReady: false };
  const connection = connectionTo(server);
  connection.lose();
  for (let second = 0; second < 120; second++) {
    await pass(1000);
  }
  const { asked } = server;
  for (let second = 0; second < 60; second++) {
    await pass(1000);
  }

  assert.equal(server.asked, asked + 4);
});

test('a server that is lost twice is lost once', async () => {
  const server = { isReady: false };
  const connection = connectionTo(server);
  const events = eventsOf(connection, 'change');
  connection.lose();
  connection.failed(AWAY);
  await pass(1500);

  assert.deepEqual(events, ['change']);
  assert.equal(server.asked, 1);
});

test('who does not want to wait for the next check has it now', async () => {
  const server = { isReady: true };
  const connection = connectionTo(server);
  const events = eventsOf(connection, 'back');
  connection.lose();
  await connection.checkNow();
  assert.deepEqual(events, ['back']);
  await pass(60_000);

  assert.equal(server.asked, 1);
});

test('a check in vain is followed by others', async () => {
  const server = { isReady: false };
  const connection = connectionTo(server);
  connection.lose();
  await connection.checkNow();
  await pass(2249);
  assert.equal(server.asked, 1);
  await pass(1);

  assert.equal(server.asked, 2);
});

test('two checks at the same time are followed by one', async () => {
  const server = { isReady: false };
  const connection = connectionTo(server);
  connection.lose();
  await Promise.all([connection.checkNow(), connection.checkNow()]);
  await pass(2250);

  assert.equal(server.asked, 3);
});

test('there is nothing to check where the server is not lost', async () => {
  const server = { isReady: true };
  const connection = connectionTo(server);
  await connection.checkNow();
  connection.failed(BUSY);
  await connection.checkNow();

  assert.equal(server.asked, 0);
  assert.equal(connection.state.kind, 'waiting');
});

test('a check that ends when all is fine again says nothing', async () => {
  const health = promised();
  const connection = new Connection(() => health.promise);
  connection.lose();
  const checked = connection.checkNow();
  connection.succeeded();
  const events = eventsOf(connection, 'change', 'back');
  health.keep(true);
  await checked;

  assert.deepEqual(events, []);
});

test('an answer that comes all the same ends the waiting', async () => {
  const connection = connectionTo({ isReady: true });
  connection.failed(BUSY);
  connection.succeeded();
  const events = eventsOf(connection, 'change', 'back');
  await pass(10_000);

  assert.equal(connection.state.kind, 'fine');
  assert.deepEqual(events, []);
});

test('a problem that will stay does not close the connection', () => {
  const connection = connectionTo({ isReady: true });
  connection.failed(BROKEN);
  assert.deepEqual(connection.state, { kind: 'problem', error: BROKEN });
  assert.ok(!connection.isClosed);
  connection.succeeded();

  assert.equal(connection.state.kind, 'fine');
});

test('an error of the page itself is a problem, too', () => {
  const error = new RangeError('of ours');
  const connection = connectionTo({ isReady: true });
  connection.failed(error);

  assert.deepEqual(connection.state, { kind: 'problem', error });
});
