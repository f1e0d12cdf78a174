// The answer that is shown, and the digit of it that is looked at. Pure.

/** Sends "change" after every change. */
export class Current extends EventTarget {
  /** @type {import('./reading.js').Reading | null} */
  #reading = null;
  #selected = -1;
  #chosen = false;

  get reading() {
    return this.#reading;
  }

  /** The index of the selected digit; -1 where there is none. */
  get selected() {
    return this.#selected;
  }

  get digit() {
    return this.#reading?.digits[this.#selected] ?? null;
  }

  /**
   * @param {import('./reading.js').Reading} reading
   * @param {number} preferred the index of the digit to look at, if nobody chose another one
   */
  show(reading, preferred) {
    const last = reading.digits.length - 1;
    const wanted = this.#chosen ? this.#selected : preferred;
    this.#reading = reading;
    this.#selected = Math.min(Math.max(wanted, 0), last);
    this.#tell();
  }

  /** @param {number} index of a digit that someone chose */
  select(index) {
    if (this.#reading?.digits[index]) {
      this.#selected = index;
      this.#chosen = true;
      this.#tell();
    }
  }

  /** The choice was about what has changed since. */
  forgetChoice() {
    this.#chosen = false;
  }

  clear() {
    this.#reading = null;
    this.#selected = -1;
    this.#chosen = false;
    this.#tell();
  }

  #tell() {
    this.dispatchEvent(new Event('change'));
  }
}
