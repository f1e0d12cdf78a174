// Mouse, finger and pen on the pad: one pointer at a time draws or erases.

import { distance } from './geometry.js';

/** A pointer that went no further than this was a tap. */
const TAP = 4;
/** The bit of a pen's other end among the buttons. */
const ERASER_BUTTON = 32;
export const ERASER_RADIUS = 14;

export class Pen {
  #pad;
  #drawing;
  #choice;
  #erasing = false;
  #pointer = null;

  /**
   * @param {import('./pad.js').Pad} pad
   * @param {import('./drawing.js').Drawing} drawing
   * @param {{isThere: (point: number[]) => boolean, choose: (point: number[]) => void}} choice a
   *   tap on what can be chosen is no dot
   */
  constructor(pad, drawing, choice) {
    this.#pad = pad;
    this.#drawing = drawing;
    this.#choice = choice;
    const on = (type, listener) => pad.canvas.addEventListener(type, listener.bind(this));
    on('pointerdown', this.#down);
    on('pointermove', this.#move);
    on('pointerup', this.#up);
    on('pointercancel', this.#cancel);
    on('pointerleave', () => pad.showCursor(null));
    on('contextmenu', (event) => event.preventDefault());
  }

  get isErasing() {
    return this.#erasing;
  }

  set isErasing(erasing) {
    this.#erasing = erasing;
    this.#pad.showCursor(null);
  }

  #down(event) {
    if (event.button !== 0 && !(event.buttons & ERASER_BUTTON)) {
      return;
    }
    if (this.#pointer && !this.#givesWay(event)) {
      return;
    }
    this.#pad.canvas.setPointerCapture(event.pointerId);
    const point = this.#pointOf(event);
    const erases = this.#erasing || Boolean(event.buttons & ERASER_BUTTON);
    this.#pointer = { id: event.pointerId, type: event.pointerType, last: point,
      erases, tap: null };
    if (erases) {
      this.#drawing.startErasing();
      this.#erase(point);
    } else {
      this.#pad.showCursor(null);
      this.#start(point);
    }
  }

  /** Where a tap would choose a digit, ink has to wait until it is clear that it is no tap. */
  #start(point) {
    if (this.#choice.isThere(point)) {
      this.#pointer.tap = [point];
    } else {
      this.#drawing.startStroke(point);
    }
  }

  /** A palm touches before its pen does; what it drew was not meant. */
  #givesWay(event) {
    if (event.pointerType !== 'pen' || this.#pointer.type !== 'touch') {
      return false;
    }
    this.#drawing.cancelStroke();
    this.#drawing.endErasing();
    return true;
  }

  #move(event) {
    if (event.pointerId !== this.#pointer?.id) {
      this.#hover(event);
      return;
    }
    const events = event.getCoalescedEvents?.() ?? [];
    const points = (events.length ? events : [event]).map((each) => this.#pointOf(each));
    if (this.#pointer.erases) {
      points.forEach((point) => this.#erase(point));
    } else if (this.#pointer.tap) {
      this.#waitForStroke(points);
    } else {
      this.#drawing.extendStroke(points);
    }
  }

  #waitForStroke(points) {
    const { tap } = this.#pointer;
    tap.push(...points);
    if (points.some((point) => distance(point, tap[0]) >= TAP / this.#pad.zoom)) {
      this.#pointer.tap = null;
      this.#drawing.startStroke(tap[0]);
      this.#drawing.extendStroke(tap.slice(1));
    }
  }

  #up(event) {
    if (event.pointerId !== this.#pointer?.id) {
      return;
    }
    const { tap, erases } = this.#pointer;
    this.#pointer = null;
    if (erases) {
      this.#drawing.endErasing();
    } else if (tap) {
      this.#choice.choose(tap[0]);
    } else {
      this.#drawing.endStroke();
    }
  }

  /** The system took the pointer away. What is drawn stays; it can be undone. */
  #cancel(event) {
    if (event.pointerId === this.#pointer?.id) {
      this.#pointer = null;
      this.#drawing.endErasing();
      this.#drawing.endStroke();
    }
  }

  #erase(point) {
    const radius = ERASER_RADIUS / this.#pad.zoom;
    this.#drawing.eraseAlong(this.#pointer.last, point, radius);
    this.#pointer.last = point;
    this.#pad.showCursor({ point, radius, down: false });
  }

  #hover(event) {
    if (this.#erasing && !this.#pointer && event.pointerType !== 'touch') {
      const radius = ERASER_RADIUS / this.#pad.zoom;
      this.#pad.showCursor({ point: this.#pad.pointOf(event), radius, down: false });
    }
  }

  /** Only of pens: what a mouse or a finger tells as pressure is none. */
  #pointOf(event) {
    const point = this.#pad.pointOf(event);
    return event.pointerType === 'pen' ? [...point, event.pressure] : point;
  }
}
