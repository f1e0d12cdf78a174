// The strip above everything that says what is wrong, and what will be done about it.

import { Problem, Unfit } from './problems.js';

/** Shows what the connection is in, and a problem with a picture. */
export class Notice {
  #root;
  #title;
  #text;
  #action;
  #say;
  #ticking = null;
  #act = null;

  /** @param {HTMLElement} root @param {(text: string) => void} say to those who listen */
  constructor(root, say) {
    this.#root = root;
    this.#title = root.querySelector('#notice-title');
    this.#text = root.querySelector('#notice-text');
    this.#action = root.querySelector('#notice-action');
    this.#say = say;
    this.#action.addEventListener('click', () => this.#act?.());
  }

  /** @param {import('./connection.js').Connection['state']} state @param {() => void} giveToken */
  showConnection(state, giveToken) {
    const show = {
      fine: () => this.hide(),
      lost: () => this.show(...lostWords()),
      waiting: () => this.#showWaiting(state),
      problem: () => this.showError(state.error, giveToken),
    };
    show[state.kind]();
  }

  /** @param {Error} error @param {() => void} [giveToken] where a token would help */
  showError(error, giveToken) {
    if (error instanceof Problem) {
      const needsToken = error.status === 401 && giveToken;
      this.show(ended(error.title), error.detail,
        needsToken ? { label: 'Give the token', act: giveToken } : null);
    } else if (error instanceof Unfit) {
      this.show('This file cannot be read.', error.message);
    } else {
      this.show('Something went wrong in this page.', error.message);
    }
  }

  show(title, text, action = null) {
    clearInterval(this.#ticking);
    const isNew = this.#root.hidden || this.#title.textContent !== title;
    this.#title.textContent = title;
    this.#text.textContent = text;
    this.#act = action?.act ?? null;
    this.#action.hidden = !action;
    this.#action.textContent = action?.label ?? '';
    this.#root.hidden = false;
    // Every request may fail alike; once said is enough.
    if (isNew) {
      this.#say(`${title} ${text}`);
    }
  }

  hide() {
    clearInterval(this.#ticking);
    this.#root.hidden = true;
  }

  #showWaiting({ error, until }) {
    const left = () => Math.max(1, Math.ceil((until - Date.now()) / 1000));
    const words = () => `What you draw is kept; it is asked again in ${left()} s.`;
    const title = error.status === 429 ? 'The server asks for fewer requests.'
      : 'The server is busy or starting.';
    this.show(title, words());
    // Only for the eye: nobody wants to hear a countdown.
    this.#ticking = setInterval(() => {
      this.#text.textContent = words();
    }, 500);
  }
}

function lostWords() {
  const title = navigator.onLine ? 'The server cannot be reached.' : 'You are offline.';
  return [title, 'Reading needs the server. What you draw is kept, and is read by itself when the '
    + 'server is back.'];
}

function ended(sentence) {
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}
