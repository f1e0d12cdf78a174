// The history's memory: the newest first, no more than there is room for. Pure.

import { isReading } from './reading.js';
import { isDrawing } from './strokes-json.js';

const KEY = 'inkling.history';
const MOST = 20;

/**
 * @typedef {object} Entry
 * @property {number} id
 * @property {number} time in milliseconds
 * @property {string} text
 * @property {import('./geometry.js').Stroke[]} [strokes] of a drawing
 * @property {number} [pen]
 * @property {string | null} [image] of a photograph: a data URL
 * @property {import('./reading.js').Reading} [reading] of a photograph
 */

export class Shelf {
  #keep;
  /** @type {Entry[]} */
  #entries;

  /** @param {import('./storage.js').Keep} keep */
  constructor(keep) {
    this.#keep = keep;
    const found = keep.get(KEY, []);
    this.#entries = Array.isArray(found) ? found.filter(isEntry) : [];
  }

  get entries() {
    return this.#entries;
  }

  /** Adds an entry, or puts it in the place of the one with the same id. */
  put(entry) {
    const others = this.#entries.filter((each) => each.id !== entry.id);
    this.#entries = [entry, ...others].slice(0, MOST);
    this.#save();
  }

  remove(id) {
    this.#entries = this.#entries.filter((entry) => entry.id !== id);
    this.#save();
  }

  clear() {
    this.#entries = [];
    this.#keep.drop(KEY);
  }

  /** Where there is no room, the oldest pictures are kept no longer, then the oldest entries. */
  #save() {
    let kept = this.#entries;
    while (!this.#keep.put(KEY, kept) && kept.length > 0) {
      const pictured = kept.findLastIndex((entry) => entry.image);
      kept = pictured < 0 ? kept.slice(0, -1)
        : kept.map((entry, i) => (i === pictured ? { ...entry, image: null } : entry));
    }
  }
}

function isEntry(entry) {
  return typeof entry?.text === 'string' && Number.isFinite(entry.id) && isTime(entry.time)
    && (entry.strokes === undefined ? isReading(entry.reading) : isDrawing(entry));
}

/** A date cannot be made of any number. */
function isTime(time) {
  return new Date(time).getTime() === time;
}
