// Inkling's HTTP API. Pure but for fetch, which can be another one.

import { Problem, Unreachable, problemOf } from './problems.js';

const JSON_TYPE = 'application/json';

/** Sends requests with the token, and asks for one where the server wants it. */
export class Api {
  #base;
  #fetch;
  #askToken;
  #token;
  #asking = null;
  #declined = false;

  /**
   * @param {string | URL} base ends with a slash
   * @param {{token: string | null, askToken: (refused: boolean) => Promise<string | null>,
   *   fetch?: typeof fetch}} options a null token of `askToken` means that there is none
   */
  constructor(base, { token, askToken, fetch = globalThis.fetch.bind(globalThis) }) {
    this.#base = base;
    this.#token = token;
    this.#askToken = askToken;
    this.#fetch = fetch;
  }

  service() {
    return this.#send('api/v1/service', {});
  }

  model() {
    return this.#send('api/v1/model', {});
  }

  /** @param {Blob | object} body a picture, or strokes */
  read(body, signal) {
    return this.#send('api/v1/read?seen=true', { method: 'POST', signal, ...payload(body) });
  }

  /** @param {Blob | object} body a picture, or strokes */
  digit(body, signal) {
    return this.#send('api/v1/digit?seen=true', { method: 'POST', signal, ...payload(body) });
  }

  /** @param {number} label what the digit really is */
  correct(label, body) {
    return this.#send(`api/v1/corrections?label=${label}`, { method: 'POST', ...payload(body) });
  }

  /** Whether the server is there and has loaded its model. */
  async isReady() {
    try {
      const answer = await this.#fetch(new URL('health/ready', this.#base), { cache: 'no-store' });
      return answer.ok;
    } catch {
      return false;
    }
  }

  /** After the token was declined once, it is asked for again only if someone wants to give it. */
  mayAskAgain() {
    this.#declined = false;
  }

  async #send(path, request) {
    for (;;) {
      const token = this.#token;
      const response = await this.#reach(path, request, token);
      if (response.ok) {
        return answerOf(response);
      }
      const problem = await problemOf(response);
      const changed = problem.status === 401 && await this.#obtainToken(token);
      if (!changed) {
        throw problem;
      }
      request.signal?.throwIfAborted();
    }
  }

  async #reach(path, request, token) {
    const headers = { Accept: JSON_TYPE, ...request.headers };
    if (token) {
      headers.Authorization = `Bearer ${token}`;
    }
    try {
      return await this.#fetch(new URL(path, this.#base), { ...request, headers });
    } catch (error) {
      throw unreachable(error);
    }
  }

  /** Requests that are refused at the same time ask once. */
  async #obtainToken(refused) {
    if (this.#token !== refused) {
      return true;
    }
    if (this.#declined) {
      return false;
    }
    this.#asking ??= this.#askToken(Boolean(refused)).finally(() => {
      this.#asking = null;
    });
    const token = await this.#asking;
    this.#declined = !token;
    this.#token = token ?? this.#token;
    return Boolean(token);
  }
}

async function answerOf(response) {
  try {
    return await response.json();
  } catch (error) {
    if (error instanceof SyntaxError) {
      throw new Problem(response.status, 'The answer cannot be understood',
        'Something between this page and the server may have answered in its place.');
    }
    throw unreachable(error);
  }
}

/** Who aborts a request knows why it has no answer. */
function unreachable(error) {
  return error.name === 'AbortError' ? error
    : new Unreachable('The server cannot be reached.', { cause: error });
}

function payload(body) {
  if (body instanceof Blob) {
    return { body, headers: { 'Content-Type': body.type || 'application/octet-stream' } };
  }
  return { body: JSON.stringify(body), headers: { 'Content-Type': JSON_TYPE } };
}
