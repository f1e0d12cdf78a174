import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Problem, Unfit, Unreachable, problemOf, waitOf } from '#page/problems.js';
import { answer } from './fixtures.js';

const NOON = Date.UTC(2026, 0, 1, 12);

test('a problem speaks with its detail, or else with its title', () => {
  assert.equal(new Problem(413, 'Body too large', 'It has 30 MB.').message, 'It has 30 MB.');
  assert.equal(new Problem(413, 'Body too large', '').message, 'Body too large');
});

for (const [status, temporary] of [[429, true], [503, true], [422, false], [500, false]]) {
  test(`a ${status} ${temporary ? 'may' : 'will not'} go away by itself`, () => {
    assert.equal(new Problem(status, 'title', 'detail').isTemporary, temporary);
  });
}

test('every kind of error is one that can be told from the others', () => {
  const unfit = new Unfit('too large'), unreachable = new Unreachable('away');

  assert.ok(unfit instanceof Error && !(unfit instanceof Problem));
  assert.ok(unreachable instanceof Error && !(unreachable instanceof Problem));
});

for (const [header, wait] of [
  ['3', 3000], [' 3 ', 3000], ['0', 0],
  ['Thu, 01 Jan 2026 12:00:05 GMT', 5000], ['Thu, 01 Jan 2026 11:00:00 GMT', 0],
  ['soon', null], ['', null], [null, null],
]) {
  test(`a Retry-After of "${header}" asks to wait ${wait} ms`, () => {
    assert.equal(waitOf(header, NOON), wait);
  });
}

test('a date is waited for from now on', () => {
  const wait = waitOf(new Date(Date.now() + 60_000).toUTCString());

  assert.ok(wait > 50_000 && wait <= 60_000, `${wait}`);
});

test('the server tells what is wrong, and when to come back', async () => {
  const problem = await problemOf(answer({ title: 'Too many requests', detail: 'Wait 2 s.' },
    { status: 429, headers: { 'Retry-After': '2' } }));

  assert.ok(problem instanceof Problem);
  assert.deepEqual({ ...problem },
    { status: 429, title: 'Too many requests', detail: 'Wait 2 s.', retryAfter: 2000 });
});

test('a problem without Retry-After does not say when to come back', async () => {
  const problem = await problemOf(answer({ title: 'Saturated' }, { status: 503 }));

  assert.equal(problem.retryAfter, null);
  assert.equal(problem.detail, '');
});

test('a proxy that answers with a page is a problem with its status', async () => {
  const problem = await problemOf(new Response('<html>', { status: 502 }));

  assert.equal(problem.title, 'Error 502');
  assert.equal(problem.status, 502);
});

test('a status with a name is called by it', async () => {
  const response = new Response('<html>', { status: 502, statusText: 'Bad Gateway' });

  assert.equal((await problemOf(response)).title, 'Bad Gateway');
});

for (const body of ['null', '"no"', '[]', '7', '']) {
  test(`a problem whose body is >${body}< has a title all the same`, async () => {
    assert.equal((await problemOf(new Response(body, { status: 500 }))).title, 'Error 500');
  });
}
