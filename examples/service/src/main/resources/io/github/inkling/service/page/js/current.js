// The answer that is shown, and the digit of it that is looked at. Pure.

/**
 * @typedef {{strokes: import('./geometry.js').Stroke[], pen: number}} Drawn
 */

/** Sends "change" after every change. */
export class Current extends EventTarget {
  /** @type {import('./reading.js').Reading | null} */
  #reading = null;
  /** @type {Drawn | null} */
  #drawn = null;
  #selected = -1;
  #chosen = false;

  get reading() {
    return this.#reading;
  }

  /** What was sent and came back with this answer; null where that was a photograph. */
  get drawn() {
    return this.#drawn;
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
   * @param {Drawn | null} [drawn] what the answer is about, if it was drawn
   */
  show(reading, preferred, drawn = null) {
    const last = reading.digits.length - 1;
    const wanted = this.#chosen ? this.#selected : preferred;
    this.#reading = reading;
    this.#drawn = drawn;
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
    this.#drawn = null;
    this.#selected = -1;
    this.#chosen = false;
    this.#tell();
  }

  #tell() {
    this.dispatchEvent(new Event('change'));
  }
}
