// The strokes that are drawn, with undo and redo. Pure: it draws nothing and asks nobody.

import { cutCircle, distance, walk } from './geometry.js';

/** Points that are nearer to the last one than this say nothing new. */
const LEAST_DISTANCE = 0.75;

/** A change that is no edit, only more of the stroke that is being drawn. */
export const GROWTH = 'growth';
/** A change of what there is: a finished stroke, an erasure, undo, redo, clear, other strokes. */
export const EDIT = 'edit';

/**
 * A finished state is never altered, so undo needs no copies: it goes back to the state before.
 * Sends a "change" event whose `kind` is GROWTH or EDIT.
 */
export class Drawing extends EventTarget {
  #state;
  #past = [];
  #future = [];
  /** @type {import('./geometry.js').Stroke | null} */
  #growing = null;
  #beforeErasing = null;
  #defaultPen;

  /** @param {number} pen the width of the pen where strokes bring none of their own */
  constructor(pen) {
    super();
    this.#defaultPen = pen;
    this.#state = { strokes: [], pen };
  }

  /** All strokes, with the one that is being drawn as the last. */
  get strokes() {
    return this.#growing ? [...this.#state.strokes, this.#growing] : this.#state.strokes;
  }

  get pen() {
    return this.#state.pen;
  }

  get isEmpty() {
    return this.strokes.length === 0;
  }

  get isGrowing() {
    return this.#growing !== null;
  }

  get canUndo() {
    return this.#past.length > 0;
  }

  get canRedo() {
    return this.#future.length > 0;
  }

  /** @param {import('./geometry.js').Point} point */
  startStroke(point) {
    this.#finish();
    this.#growing = [point];
    this.#tell(GROWTH);
  }

  /** @param {import('./geometry.js').Point[]} points in the order of time */
  extendStroke(points) {
    if (!this.#growing) {
      return;
    }
    for (const point of points) {
      if (distance(point, this.#growing.at(-1)) >= LEAST_DISTANCE) {
        this.#growing.push(point);
      }
    }
    this.#tell(GROWTH);
  }

  endStroke() {
    if (!this.#growing) {
      return;
    }
    const strokes = this.strokes;
    this.#growing = null;
    this.#enter({ ...this.#state, strokes });
  }

  /** Forgets the stroke that is being drawn. */
  cancelStroke() {
    if (this.#growing) {
      this.#growing = null;
      this.#tell(EDIT);
    }
  }

  /** What is erased until `endErasing` is undone as one. */
  startErasing() {
    this.#finish();
    this.#beforeErasing = this.#state;
  }

  /** Erases what a round eraser touches on its straight way. */
  eraseAlong(from, to, radius) {
    if (!this.#beforeErasing) {
      return;
    }
    const middles = [from, ...walk(from, to, radius / 2)];
    const strokes = middles.reduce(
      (left, middle) => left.flatMap((stroke) => cutCircle(stroke, middle, radius)),
      this.#state.strokes);
    if (!sameStrokes(strokes, this.#state.strokes)) {
      this.#state = { ...this.#state, strokes };
      this.#tell(GROWTH);
    }
  }

  endErasing() {
    const before = this.#beforeErasing;
    this.#beforeErasing = null;
    if (before && before !== this.#state) {
      const after = this.#state;
      this.#state = before;
      this.#enter(after);
    }
  }

  undo() {
    this.#finish();
    this.#swap(this.#past, this.#future);
  }

  redo() {
    this.#finish();
    this.#swap(this.#future, this.#past);
  }

  clear() {
    this.#growing = null;
    this.endErasing();
    if (this.#state.strokes.length > 0) {
      this.#enter({ strokes: [], pen: this.#defaultPen });
    } else {
      this.#tell(EDIT);
    }
  }

  /**
   * Other strokes instead of these.
   * @param {import('./geometry.js').Stroke[]} strokes
   * @param {number} [pen]
   */
  replace(strokes, pen = this.#defaultPen) {
    this.#growing = null;
    this.endErasing();
    this.#enter({ strokes, pen });
  }

  /** What is still being drawn or erased is a step of its own. */
  #finish() {
    this.endStroke();
    this.endErasing();
  }

  #enter(state) {
    this.#past.push(this.#state);
    this.#future.length = 0;
    this.#state = state;
    this.#tell(EDIT);
  }

  #swap(from, to) {
    if (from.length > 0) {
      to.push(this.#state);
      this.#state = from.pop();
      this.#tell(EDIT);
    }
  }

  #tell(kind) {
    const event = new Event('change');
    event.kind = kind;
    this.dispatchEvent(event);
  }
}

function sameStrokes(a, b) {
  return a.length === b.length && a.every((stroke, i) => stroke === b[i]);
}
