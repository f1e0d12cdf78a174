// When to ask, and whose answer counts. Pure: the clock can be another one.

/**
 * Calls back a moment after the last touch, and now and then while there is no end of touches.
 */
export class Pace {
  #call;
  #quiet;
  #longest;
  #clock;
  #timer = null;
  #due = 0;

  /**
   * @param {() => void} call
   * @param {{quiet: number, longest: number}} times in milliseconds: how long after the last
   *   touch, and how long after the first at most
   * @param {{now: () => number, set: Function, clear: Function}} [clock]
   */
  constructor(call, { quiet, longest }, clock = systemClock) {
    this.#call = call;
    this.#quiet = quiet;
    this.#longest = longest;
    this.#clock = clock;
  }

  touch() {
    const now = this.#clock.now();
    if (this.#timer === null) {
      this.#due = now + this.#longest;
    } else {
      this.#clock.clear(this.#timer);
    }
    const wait = Math.max(0, Math.min(this.#quiet, this.#due - now));
    this.#timer = this.#clock.set(() => {
      this.#timer = null;
      this.#call();
    }, wait);
  }

  cancel() {
    this.#clock.clear(this.#timer);
    this.#timer = null;
  }
}

const systemClock = {
  now: () => performance.now(),
  set: (call, wait) => setTimeout(call, wait),
  clear: (timer) => clearTimeout(timer),
};

/**
 * Runs one job at a time. While one runs, only the newest of those that come waits; the others are
 * never started.
 */
export class NewestWins {
  #running = null;
  #waiting = null;

  /** @param {(signal: AbortSignal) => Promise<void>} job settles its own errors */
  submit(job) {
    if (this.#running) {
      this.#waiting = job;
    } else {
      this.#run(job);
    }
  }

  /** Ends the running job and forgets the waiting one; neither has anything to say any more. */
  cancel() {
    this.#waiting = null;
    this.#running?.abort();
    this.#running = null;
  }

  get isBusy() {
    return this.#running !== null;
  }

  async #run(job) {
    const running = new AbortController();
    this.#running = running;
    try {
      await job(running.signal);
    } finally {
      if (this.#running === running) {
        this.#running = null;
        this.#next();
      }
    }
  }

  #next() {
    const job = this.#waiting;
    this.#waiting = null;
    if (job) {
      this.#run(job);
    }
  }
}
