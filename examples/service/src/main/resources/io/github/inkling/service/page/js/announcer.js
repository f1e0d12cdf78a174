// Tells those who listen what there is to know, when it has come to rest.

const REST = 900;

export class Announcer {
  #live;
  #timer = null;

  /** @param {HTMLElement} live a polite live region */
  constructor(live) {
    this.#live = live;
  }

  /** Says it after a while; what comes in the meantime is said instead. */
  later(text) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.now(text), REST);
  }

  now(text) {
    clearTimeout(this.#timer);
    // The same words again would be no change, and not be read out.
    const same = this.#live.textContent === text;
    this.#live.textContent = same ? `${text}\u00a0` : text;
  }

  hush() {
    clearTimeout(this.#timer);
  }
}
