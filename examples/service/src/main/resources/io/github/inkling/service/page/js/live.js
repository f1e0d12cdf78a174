// Asks for the answer while someone draws.

import { digitOfStroke } from './belonging.js';
import { bounds } from './geometry.js';
import { GROWTH } from './drawing.js';
import { NewestWins, Pace } from './pace.js';
import { fromDigit, fromPage } from './reading.js';
import { requestOf } from './strokes-json.js';

const QUIET = 80;
const LONGEST = 300;

/**
 * Sends "read" when an answer is shown. Asks while it is switched on, one request at a time, for
 * the newest strokes; what came in vain is asked again when the connection is back.
 */
export class Live extends EventTarget {
  #drawing;
  #api;
  #current;
  #connection;
  #limits;
  #on = true;
  #requests = new NewestWins();
  #pace = new Pace(() => this.#ask(), { quiet: QUIET, longest: LONGEST });

  /**
   * @param {import('./drawing.js').Drawing} drawing
   * @param {import('./api.js').Api} api
   * @param {import('./current.js').Current} current
   * @param {import('./connection.js').Connection} connection
   * @param {() => {points: number}} limits the server's
   */
  constructor(drawing, api, current, connection, limits) {
    super();
    this.#drawing = drawing;
    this.#api = api;
    this.#current = current;
    this.#connection = connection;
    this.#limits = limits;
    drawing.addEventListener('change', (event) => this.#changed(event.kind));
    connection.addEventListener('back', () => this.askAgain());
  }

  /** While a photograph is shown, the pad waits. */
  set isOn(on) {
    this.#on = on;
    this.#stop();
    if (on) {
      this.#changed();
    }
  }

  askAgain() {
    if (this.#on && !this.#drawing.isEmpty) {
      this.#pace.touch();
    }
  }

  #changed(kind) {
    if (!this.#on) {
      return;
    }
    if (kind !== GROWTH || this.#drawing.isGrowing) {
      this.#current.forgetChoice();
    }
    if (this.#drawing.isEmpty) {
      this.#stop();
      this.#current.clear();
    } else {
      this.#pace.touch();
    }
  }

  #stop() {
    this.#pace.cancel();
    this.#requests.cancel();
  }

  #ask() {
    if (!this.#connection.isClosed) {
      this.#requests.submit((signal) => this.#answer(signal));
    }
  }

  /** Takes the strokes as they are when its turn has come, and not when it was put in line. */
  async #answer(signal) {
    const { strokes, pen } = this.#drawing;
    if (strokes.length === 0 || this.#connection.isClosed) {
      return;
    }
    try {
      const request = requestOf(strokes, pen, this.#limits());
      const reading = await recognise(this.#api, request, signal);
      if (!signal.aborted) {
        this.#connection.succeeded();
        const latest = digitOfStroke(reading.digits, request.strokes.at(-1), pen);
        this.#current.show(reading, latest, request);
        this.dispatchEvent(new Event('read'));
      }
    } catch (error) {
      if (!signal.aborted) {
        this.#connection.failed(error);
      }
    }
  }
}

/** Ink that is not read as a page is taken as one digit: that answer says why it is none. */
async function recognise(api, request, signal) {
  const page = await api.read(request, signal);
  if (page.lines.length > 0) {
    return fromPage(page);
  }
  const digit = await api.digit(request, signal);
  return { ...fromDigit(digit, bounds(request.strokes)), dropped: page.dropped ?? [] };
}
