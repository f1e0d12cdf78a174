// "Wrong? It is: 3" sends the digit with its true label, where the server collects them.

import { strokesOfDigit } from './belonging.js';
import { Unfit } from './problems.js';

export class Correction {
  #root = document.getElementById('correction');
  #said = document.getElementById('correction-said');
  #api;
  #current;
  #collects = false;
  #about = null;

  /**
   * @param {import('./api.js').Api} api
   * @param {import('./current.js').Current} current
   */
  constructor(api, current) {
    this.#api = api;
    this.#current = current;
    document.getElementById('correction-digits')
      .append(...Array.from({ length: 10 }, (_, label) => this.#button(label)));
    current.addEventListener('change', () => this.#show());
  }

  /** @param {boolean} collects whether the server does */
  set collects(collects) {
    this.#collects = collects;
    this.#show();
  }

  #show() {
    const { digit, drawn } = this.#current;
    this.#root.hidden = !(this.#collects && digit && (drawn || digit.seen));
    if (digit !== this.#about) {
      this.#about = digit;
      this.#said.textContent = '';
    }
  }

  #button(label) {
    const button = Object.assign(document.createElement('button'),
      { type: 'button', textContent: label });
    button.setAttribute('aria-label', `It is a ${label}`);
    button.dataset.label = label;
    button.addEventListener('click', () => this.#send(label));
    return button;
  }

  async #send(label) {
    const about = this.#current.digit;
    try {
      const { collected } = await this.#api.correct(label, this.#body());
      this.#say(about, `Thank you. It is kept as a ${label}; ${collected === 1
        ? 'it is the first one' : `${collected} are`} collected so far.`);
    } catch (error) {
      this.#say(about, `Not kept: ${error.message}`);
    }
  }

  /** Another digit may be looked at by now. */
  #say(about, text) {
    if (this.#current.digit === about) {
      this.#said.textContent = text;
    }
  }

  /** Of a drawing the strokes that were read, of a photograph what the model saw. */
  #body() {
    const { reading, drawn, selected, digit } = this.#current;
    if (!drawn) {
      return blobOf(digit.seen.image);
    }
    const strokes = strokesOfDigit(reading.digits, selected, drawn.strokes, drawn.pen);
    if (strokes.length === 0) {
      throw new Unfit('no stroke is of this digit alone. Draw it again, apart from the others.');
    }
    return { strokes, pen: drawn.pen };
  }
}

/** The bytes of a data URL; the page may fetch from its own server only. */
function blobOf(url) {
  const [head, data] = url.split(',');
  const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
  return new Blob([bytes], { type: head.match(/^data:([^;]+)/)[1] });
}
