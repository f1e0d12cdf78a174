// What can go wrong with a request, as errors with a sentence for people. Pure.

/** The server answered, with a problem (RFC 9457). */
export class Problem extends Error {
  /**
   * @param {number} status
   * @param {string} title
   * @param {string} detail
   * @param {number | null} retryAfter in milliseconds
   */
  constructor(status, title, detail, retryAfter = null) {
    super(detail || title);
    this.status = status;
    this.title = title;
    this.detail = detail;
    this.retryAfter = retryAfter;
  }

  /** Whether the same request may well succeed later. */
  get isTemporary() {
    return this.status === 429 || this.status === 503;
  }
}

/** A file that need not be sent, as it would be refused. */
export class Unfit extends Error {}

/** No answer came at all. */
export class Unreachable extends Error {}

/** @param {Response} response one that is not ok */
export async function problemOf(response) {
  const retryAfter = waitOf(response.headers.get('Retry-After'));
  let told = {};
  try {
    told = (await response.json()) ?? {};
  } catch {
    // A proxy in between may answer with anything.
  }
  const title = told.title ?? response.statusText ?? '';
  return new Problem(response.status, title || `Error ${response.status}`, told.detail ?? '',
    retryAfter);
}

/**
 * How long a Retry-After asks to wait: it is a number of seconds or a date.
 * @param {string | null} header
 * @returns {number | null} in milliseconds
 */
export function waitOf(header, now = Date.now()) {
  if (!header) {
    return null;
  }
  const wait = /^\d+$/.test(header.trim()) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isNaN(wait) ? null : Math.max(0, wait);
}
