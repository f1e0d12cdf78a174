// "Wrong? It is: 3" sends the digit with its true label, where the server collects them.

import { strokesOfDigit } from './belonging.js';
import { requestOf } from './strokes-json.js';

export class Correction {
  #root = document.getElementById('correction');
  #said = document.getElementById('correction-said');
  #api;
  #current;
  #drawn;
  #collects = false;
  #about = null;

  /**
   * @param {import('./api.js').Api} api
   * @param {import('./current.js').Current} current
   * @param {() => {strokes: import('./geometry.js').Stroke[], pen: number} | null} drawn the
   *   drawing that the answer is about; null where it is about a photograph
   */
  constructor(api, current, drawn) {
    this.#api = api;
    this.#current = current;
    this.#drawn = drawn;
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
    const { digit } = this.#current;
    const body = this.#collects && digit && (this.#drawn() || digit.seen);
    this.#root.hidden = !body;
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
      const { collected } = await this.#api.correct(label, await this.#body());
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

  /** Of a drawing the strokes, of a photograph what the model saw. */
  async #body() {
    const { reading, selected, digit } = this.#current;
    const drawn = this.#drawn();
    if (drawn) {
      const strokes = strokesOfDigit(reading.digits, selected, drawn.strokes, drawn.pen);
      return requestOf(strokes, drawn.pen);
    }
    return blobOf(digit.seen.image);
  }
}

/** The bytes of a data URL; the page may fetch from its own server only. */
function blobOf(url) {
  const [head, data] = url.split(',');
  const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
  return new Blob([bytes], { type: head.match(/^data:([^;]+)/)[1] });
}
