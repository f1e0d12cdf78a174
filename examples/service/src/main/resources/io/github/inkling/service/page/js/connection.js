// Whether the server answers, and when to ask again where it does not. Pure but for timers.

import { Problem, Unreachable } from './problems.js';

const FIRST_CHECK = 1500;
const LONGEST_BETWEEN_CHECKS = 15_000;
const USUAL_WAIT = 2000;
/** A timer that is set to more goes off at once. */
const LONGEST_TIMER = 2 ** 31 - 1;

/**
 * Sends "change" when the state is another one, and "back" when it is time to ask again.
 *
 * The states: "fine", "lost" (no answer; the server's health is asked until it is there),
 * "waiting" (the server asked to wait until `until`), and "problem" (asking again would not help).
 */
export class Connection extends EventTarget {
  #isReady;
  #state = { kind: 'fine' };
  #timer = null;

  /** @param {() => Promise<boolean>} isReady */
  constructor(isReady) {
    super();
    this.#isReady = isReady;
  }

  get state() {
    return this.#state;
  }

  /** Whether a request would be in vain, or against the server's wish. */
  get isClosed() {
    return this.#state.kind === 'lost' || this.#state.kind === 'waiting';
  }

  succeeded() {
    if (this.#state.kind !== 'fine') {
      this.#enter({ kind: 'fine' });
    }
  }

  /** @param {Error} error */
  failed(error) {
    if (error instanceof Unreachable) {
      this.lose();
    } else if (error instanceof Problem && error.isTemporary) {
      this.#wait(error);
    } else {
      this.#enter({ kind: 'problem', error });
    }
  }

  lose() {
    if (this.#state.kind !== 'lost') {
      this.#enter({ kind: 'lost' });
      this.#checkLater(FIRST_CHECK);
    }
  }

  /** Does not wait for the next check. */
  async checkNow() {
    if (this.#state.kind === 'lost') {
      this.#stopTimer();
      await this.#check(FIRST_CHECK);
    }
  }

  #wait(problem) {
    const wait = problem.retryAfter ?? USUAL_WAIT;
    this.#enter({ kind: 'waiting', error: problem, until: Date.now() + wait });
    this.#timer = setTimeout(() => this.#comeBack(), Math.min(wait, LONGEST_TIMER));
  }

  #checkLater(wait) {
    this.#timer = setTimeout(() => this.#check(wait), wait);
  }

  async #check(wait) {
    const ready = await this.#isReady();
    if (this.#state.kind !== 'lost') {
      return;
    }
    if (ready) {
      this.#comeBack();
    } else {
      this.#stopTimer();
      this.#checkLater(Math.min(wait * 1.5, LONGEST_BETWEEN_CHECKS));
    }
  }

  #comeBack() {
    this.#enter({ kind: 'fine' });
    this.dispatchEvent(new Event('back'));
  }

  #enter(state) {
    this.#stopTimer();
    this.#state = state;
    this.dispatchEvent(new Event('change'));
  }

  #stopTimer() {
    clearTimeout(this.#timer);
    this.#timer = null;
  }
}
