import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Api } from '#page/api.js';
import { Problem, Unreachable } from '#page/problems.js';
import { answer, promised, settled } from './fixtures.js';

const BASE = 'http://localhost/inkling/';
const nobodyAsked = () => assert.fail('nobody is to be asked for a token');

/** An API whose server answers as told, and what it was sent. */
function apiOf(respond, { token = null, askToken = nobodyAsked } = {}) {
  const sent = [];
  const fetch = async (url, options) => {
    sent.push({ url: String(url), ...options });
    return respond(options);
  };
  return { api: new Api(BASE, { token, askToken, fetch }), sent };
}

/** Answers those who know the token. */
function guarded(token) {
  return ({ headers }) => (headers.Authorization === `Bearer ${token}`
    ? answer({ ok: true }) : answer({ title: 'Token needed' }, { status: 401 }));
}

/** Gives one token after the other, and notes whether the one before was refused. */
function giving(...tokens) {
  const askToken = async (refused) => {
    askToken.asked.push(refused);
    return tokens.shift() ?? null;
  };
  askToken.asked = [];
  return askToken;
}

test('questions go below the page, and ask for JSON', async () => {
  const { api, sent } = apiOf(() => answer({ version: '1' }));

  assert.deepEqual(await api.service(), { version: '1' });
  await api.model();
  assert.deepEqual(sent.map(({ url }) => url), [`${BASE}api/v1/service`, `${BASE}api/v1/model`]);
  assert.deepEqual(sent[0].headers, { Accept: 'application/json' });
});

test('strokes are sent as JSON', async () => {
  const { api, sent } = apiOf(() => answer({}));
  await api.read({ strokes: [[[1, 2]]] });

  const [{ url, method, body, headers }] = sent;
  assert.equal(url, `${BASE}api/v1/read?seen=true`);
  assert.equal(method, 'POST');
  assert.equal(body, '{"strokes":[[[1,2]]]}');
  assert.equal(headers['Content-Type'], 'application/json');
});

test('a picture is sent as it is, with its type', async () => {
  const { api, sent } = apiOf(() => answer({}));
  const picture = new Blob(['x'], { type: 'image/png' });
  await api.digit(picture);

  assert.equal(sent[0].url, `${BASE}api/v1/digit?seen=true`);
  assert.equal(sent[0].body, picture);
  assert.equal(sent[0].headers['Content-Type'], 'image/png');
});

test('a picture of an unknown type is sent as bytes', async () => {
  const { api, sent } = apiOf(() => answer({}));
  await api.correct(7, new Blob(['x']));

  assert.equal(sent[0].url, `${BASE}api/v1/corrections?label=7`);
  assert.equal(sent[0].method, 'POST');
  assert.equal(sent[0].headers['Content-Type'], 'application/octet-stream');
});

test('a token that is known is sent with every request', async () => {
  const { api, sent } = apiOf(guarded('known'), { token: 'known' });
  await api.service();
  await api.read({ strokes: [] });

  assert.deepEqual(sent.map(({ headers }) => headers.Authorization),
    ['Bearer known', 'Bearer known']);
});

test('a token is asked for where it is needed, and the request is sent again', async () => {
  const askToken = giving('given');
  const { api, sent } = apiOf(guarded('given'), { askToken });

  assert.deepEqual(await api.read({ strokes: [] }), { ok: true });
  assert.deepEqual(askToken.asked, [false]);
  assert.deepEqual(sent.map(({ headers }) => headers.Authorization), [undefined, 'Bearer given']);
  assert.equal(sent[1].body, sent[0].body);
});

test('a token that is wrong is asked for again, and said to be wrong', async () => {
  const askToken = giving('wrong', 'right');
  const { api } = apiOf(guarded('right'), { token: 'old', askToken });

  assert.deepEqual(await api.service(), { ok: true });
  assert.deepEqual(askToken.asked, [true, true]);
});

test('requests that are refused at the same time ask once', async () => {
  const askToken = giving('given');
  const { api } = apiOf(guarded('given'), { askToken });

  assert.deepEqual(await Promise.all([api.service(), api.model()]), [{ ok: true }, { ok: true }]);
  assert.deepEqual(askToken.asked, [false]);
});

test('a request that is refused with a token of before is sent with the one of now', async () => {
  const askToken = giving('given');
  const late = promised();
  const { api } = apiOf(async (options) => {
    if (options.method === 'POST' && !options.headers.Authorization) {
      await late.promise;
    }
    return guarded('given')(options);
  }, { askToken });
  const slow = api.read({ strokes: [] });
  await api.service();
  late.keep();

  assert.deepEqual(await slow, { ok: true });
  assert.deepEqual(askToken.asked, [false]);
});

test('who declines to give a token is not asked again until it is wished', async () => {
  const askToken = giving(null, null);
  const { api } = apiOf(guarded('secret'), { askToken });
  const refused = { name: 'Error', status: 401, title: 'Token needed' };
  await assert.rejects(api.service(), refused);
  await assert.rejects(api.service(), refused);
  assert.equal(askToken.asked.length, 1);
  api.mayAskAgain();
  await assert.rejects(api.service(), refused);

  assert.equal(askToken.asked.length, 2);
});

test('a token that is declined leaves the old one', async () => {
  const { api, sent } = apiOf(guarded('secret'), { token: 'old', askToken: giving(null) });
  await assert.rejects(api.service(), Problem);
  await assert.rejects(api.service(), Problem);

  assert.deepEqual(sent.map(({ headers }) => headers.Authorization), ['Bearer old', 'Bearer old']);
});

test('a request that was aborted while the token was asked for is not sent again', async () => {
  const given = promised();
  const { api, sent } = apiOf(guarded('given'), { askToken: () => given.promise });
  const abort = new AbortController();
  const reading = api.read({ strokes: [] }, abort.signal);
  await settled();
  abort.abort();
  given.keep('given');

  await assert.rejects(reading, { name: 'AbortError' });
  assert.equal(sent.length, 1);
});

test('what the server says is wrong is a problem', async () => {
  const { api } = apiOf(() => answer({ title: 'No picture', detail: 'It cannot be decoded.' },
    { status: 422 }));

  await assert.rejects(api.digit(new Blob(['x'])),
    { status: 422, title: 'No picture', detail: 'It cannot be decoded.' });
});

test('a server that does not answer is unreachable, and the reason is kept', async () => {
  const reason = new TypeError('fetch failed');
  const { api } = apiOf(() => {
    throw reason;
  });

  await assert.rejects(api.service(), (error) => {
    assert.ok(error instanceof Unreachable);
    assert.equal(error.cause, reason);
    return true;
  });
});

test('a request that is aborted stays aborted', async () => {
  const { api } = apiOf(({ signal }) => signal.throwIfAborted());

  await assert.rejects(api.read({ strokes: [] }, AbortSignal.abort()), { name: 'AbortError' });
});

test('an answer that breaks off is none', async () => {
  const { api } = apiOf(() => new Response(new ReadableStream({
    pull(controller) {
      controller.error(new TypeError('terminated'));
    },
  })));

  await assert.rejects(api.service(), Unreachable);
});

test('an answer that is aborted half-way stays aborted', async () => {
  const { api } = apiOf(() => new Response(new ReadableStream({
    pull(controller) {
      controller.error(new DOMException('aborted', 'AbortError'));
    },
  })));

  await assert.rejects(api.service(), { name: 'AbortError' });
});

test('a page of somebody in between is no answer, but a problem to tell', async () => {
  const { api } = apiOf(() => new Response('<html>Sign in to this network'));

  await assert.rejects(api.service(), (error) => {
    assert.ok(error instanceof Problem);
    assert.equal(error.title, 'The answer cannot be understood');
    assert.match(error.detail, /between/);
    return true;
  });
});

test('the server is ready when its health says so', async () => {
  const { api, sent } = apiOf(() => answer({ status: 'up' }));

  assert.equal(await api.isReady(), true);
  assert.equal(sent[0].url, `${BASE}health/ready`);
  assert.equal(sent[0].cache, 'no-store');
});

test('the server is not ready while it loads, nor where it does not answer', async () => {
  const loading = apiOf(() => answer({ status: 'loading' }, { status: 503 }));
  const away = apiOf(() => {
    throw new TypeError('fetch failed');
  });

  assert.equal(await loading.api.isReady(), false);
  assert.equal(await away.api.isReady(), false);
});

test('the browser\'s own fetch is used where no other one is given', async (t) => {
  t.mock.method(globalThis, 'fetch', async () => answer({ version: '1' }));
  const api = new Api(BASE, { token: null, askToken: nobodyAsked });

  assert.deepEqual(await api.service(), { version: '1' });
});
