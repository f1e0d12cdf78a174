// Decides which answers go into the history: those that have come to rest.

import { History } from './history.js';
import { keepsake } from './photo.js';
import { Shelf } from './shelf.js';
import { lasting } from './storage.js';
import { requestOf } from './strokes-json.js';

/** How long nothing has to change, in milliseconds. */
const REST = 1200;

/** While one drawing grows it is one entry; a pad that was empty begins another. */
export class Record {
  #drawing;
  #current;
  #photo;
  #history;
  #id = Date.now();
  #timer = null;

  constructor({ drawing, current, photo, restored }) {
    this.#drawing = drawing;
    this.#current = current;
    this.#photo = photo;
    this.#history = new History(new Shelf(lasting), (entry) => this.#restore(entry, restored));
    drawing.addEventListener('change', () => {
      clearTimeout(this.#timer);
      if (drawing.isEmpty) {
        this.#id = Date.now();
      }
    });
    photo.addEventListener('read', ({ picture }) => this.#putPhoto(picture));
    current.addEventListener('change', () => this.#putLater());
  }

  #putLater() {
    clearTimeout(this.#timer);
    if (this.#current.reading && !this.#photo.isOpen) {
      this.#timer = setTimeout(() => this.#putDrawing(), REST);
    }
  }

  #putDrawing() {
    const { reading } = this.#current;
    if (!reading || this.#photo.isOpen || this.#drawing.isGrowing) {
      return;
    }
    const { strokes, pen } = requestOf(this.#drawing.strokes, this.#drawing.pen);
    if (reading.digits.some((digit) => digit.label !== null) && !this.#history.has(strokes)) {
      this.#history.put({ id: this.#id, time: Date.now(), text: reading.text, strokes, pen });
    }
  }

  /** What the model saw is left out: it would be most of the room. */
  async #putPhoto(picture) {
    const { reading } = this.#current;
    if (reading.digits.length > 0) {
      const image = await keepsake(picture);
      const digits = reading.digits.map(({ seen, ...digit }) => digit);
      this.#history.put({ id: Date.now(), time: Date.now(), text: reading.text, image,
        reading: { ...reading, digits } });
    }
  }

  /** What is altered then is another drawing. */
  #restore(entry, restored) {
    if (entry.strokes) {
      restored();
      this.#id = Date.now();
      this.#drawing.replace(entry.strokes, entry.pen);
    } else {
      this.#photo.restore(entry.image, entry.reading);
    }
    document.querySelector('.stage').scrollIntoView({ block: 'nearest' });
  }
}
