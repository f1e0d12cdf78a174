// What the model saw of a digit: the picture it was made into, and the directions of its edges.

import { svg } from './thumb.js';

export class Seen {
  #image;
  #hog;
  #tiles;

  constructor(image, hog) {
    this.#image = image;
    this.#hog = hog;
    this.#tiles = image.closest('.tiles');
    this.show(null);
  }

  /** @param {import('./reading.js').Digit | null} digit */
  show(digit) {
    const seen = digit?.seen;
    this.#tiles.classList.toggle('empty', !seen);
    this.#image.hidden = !seen;
    if (seen) {
      this.#image.src = seen.image;
      this.#image.alt = `The ${digit.label ?? 'unread ink'} as a picture of 28 by 28 pixels, white on black`;
    } else {
      this.#image.removeAttribute('src');
      this.#image.alt = '';
    }
    this.#hog.replaceChildren(...(seen?.hog?.rays ?? []).map(ray));
  }
}

/** The stronger an edge, the brighter its ray. */
function ray([x1, y1, x2, y2, strength]) {
  return svg('line', { x1, y1, x2, y2, 'stroke-opacity': strength });
}
