// A photograph in the place of the pad: read it, show it, choose digits on it.

import { digitAt } from './belonging.js';
import { isTiff, prepare, preview } from './picture.js';
import { fromDigit, fromPage } from './reading.js';

/** The longest side of what the history keeps, in pixels. */
const KEPT_SIDE = 640;

/**
 * Sends "open" and "close" when it takes and gives back the place, and after an answer "read",
 * with the `picture` that was read.
 */
export class Photo extends EventTarget {
  #root = document.getElementById('photo');
  #frame = document.getElementById('photo-frame');
  #image = document.getElementById('photo-image');
  #caption = document.getElementById('photo-caption');
  #api;
  #current;
  #limits;
  #mayAsk;
  #picture = null;
  #url = null;
  #request = new AbortController();

  /**
   * @param {import('./api.js').Api} api
   * @param {import('./current.js').Current} current
   * @param {() => {bodyBytes: number}} limits
   * @param {() => boolean} mayAsk whether a request would not be in vain
   */
  constructor(api, current, limits, mayAsk) {
    super();
    this.#api = api;
    this.#current = current;
    this.#limits = limits;
    this.#mayAsk = mayAsk;
    this.#frame.addEventListener('click', (event) => this.#click(event));
  }

  get isOpen() {
    return !this.#root.hidden;
  }

  get boxes() {
    return this.#frame.querySelector('.boxes');
  }

  /**
   * Shows a picture and asks what is on it. Errors are the caller's.
   * @param {File} file
   * @param {number} others how many files were left out
   * @returns {Promise<boolean>} whether it was read; if not, it waits for `askAgain`
   */
  async open(file, others = 0) {
    const signal = this.#begin();
    this.#picture = null;
    this.#show(null);
    this.#caption.textContent = 'Reading …';
    const picture = await prepare(file, this.#limits());
    signal.throwIfAborted();
    this.#picture = picture;
    this.#show(picture.shown ? URL.createObjectURL(picture.blob) : null);
    return this.#read(picture, signal, others);
  }

  /** Asks again about the picture that is shown without an answer. */
  async askAgain() {
    const waits = this.isOpen && this.#picture && !this.#current.reading;
    return waits ? this.#read(this.#picture, this.#begin(), 0) : false;
  }

  /** Shows a picture and an answer that were kept. */
  restore(image, reading) {
    this.#begin();
    this.#picture = null;
    this.#show(image, reading);
    this.#caption.textContent = image ? 'From the history: a small copy, with the answer of then.'
      : 'From the history: the answer of then; the picture is not kept.';
    this.#current.show(reading, 0);
  }

  close() {
    this.#request.abort();
    this.#root.hidden = true;
    this.#picture = null;
    this.#caption.textContent = '';
    this.#forgetUrl();
    this.dispatchEvent(new Event('close'));
  }

  /** There will be no answer; the picture, if there is one, stays. */
  giveUp() {
    if (this.#picture) {
      this.#caption.textContent = `${this.#picture.name}: not read.`;
    } else {
      this.close();
    }
  }

  #begin() {
    this.#request.abort();
    this.#request = new AbortController();
    this.#root.hidden = false;
    this.#current.clear();
    this.#caption.textContent = '';
    this.dispatchEvent(new Event('open'));
    return this.#request.signal;
  }

  /** While it waits, the picture may be closed or give way to another; then it shows nothing. */
  async #read(picture, signal, others) {
    const { blob, name } = picture;
    if (!this.#mayAsk()) {
      this.#caption.textContent = `${name}: is read when the server is back.`;
      return false;
    }
    this.#caption.textContent = 'Reading …';
    const page = await this.#api.read(blob, signal);
    const reading = page.lines.length > 0 ? fromPage(page)
      : await this.#readOne(picture, page, signal);
    const caption = await captionOf(picture, reading, others);
    signal.throwIfAborted();
    if (!picture.shown) {
      this.#showSheet(reading);
    }
    this.#caption.textContent = caption;
    this.#current.show(reading, 0);
    this.dispatchEvent(Object.assign(new Event('read'), { picture }));
    return true;
  }

  /** A picture that is no page may be one of a single digit, without any margin. */
  async #readOne({ blob }, page, signal) {
    const digit = await this.#api.digit(blob, signal);
    return digit.label === null ? fromPage(page)
      : { ...fromDigit(digit, [0, 0, page.width, page.height]), dropped: page.dropped };
  }

  #show(url, reading = null) {
    this.#forgetUrl();
    this.#url = url;
    this.#frame.classList.toggle('sheet', !url);
    this.#frame.style.aspectRatio = '';
    this.#image.alt = 'The picture that is read';
    if (url) {
      this.#image.src = url;
    } else {
      this.#image.removeAttribute('src');
      this.#showSheet(reading ?? { width: 4, height: 3 });
    }
  }

  #showSheet({ width, height }) {
    this.#frame.style.aspectRatio = `${width} / ${height}`;
  }

  #forgetUrl() {
    if (this.#url?.startsWith('blob:')) {
      URL.revokeObjectURL(this.#url);
    }
    this.#url = null;
  }

  #click(event) {
    const { reading } = this.#current;
    if (reading) {
      const place = this.#frame.getBoundingClientRect();
      const x = ((event.clientX - place.left) / place.width) * reading.width;
      const y = ((event.clientY - place.top) / place.height) * reading.height;
      this.#current.select(digitAt(reading.digits, [x, y]));
    }
  }
}

/** A small copy of a picture for the history; null where there is none to make. */
export async function keepsake({ blob, shown }) {
  return shown ? preview(blob, KEPT_SIDE) : null;
}

async function captionOf({ blob, name, shown, reduced }, reading, others) {
  const parts = [`${name}, ${reading.width} × ${reading.height} pixels`];
  if (reduced) {
    parts.push('made smaller before it was sent');
  }
  if (reading.rotation) {
    parts.push(`its lines were read turned by ${reading.rotation}°`);
  }
  if (!shown) {
    const format = await isTiff(blob) ? 'TIFF pictures' : 'this format';
    parts.push(`this browser cannot show ${format}, so the boxes stand on an empty sheet`);
  }
  if (others > 0) {
    parts.push(`${others} more left out: one at a time`);
  }
  return `${parts.join('; ')}.`;
}
