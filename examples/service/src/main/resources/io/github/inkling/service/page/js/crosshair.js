// Drawing with the keyboard: arrow keys move a cross, Space puts the pen down and lifts it.

import { ERASER_RADIUS } from './pen.js';

const STEP = 8;
const LARGE_STEP = 32;
const WAYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

export class Crosshair {
  #pad;
  #drawing;
  #actions;
  #point = null;
  #down = false;
  #held = new Set();

  /**
   * @param {import('./pad.js').Pad} pad
   * @param {import('./drawing.js').Drawing} drawing
   * @param {{clear: () => void, toggleEraser: () => void, isErasing: () => boolean,
   *   say: (text: string) => void}} actions
   */
  constructor(pad, drawing, actions) {
    this.#pad = pad;
    this.#drawing = drawing;
    this.#actions = actions;
    const { canvas } = pad;
    canvas.addEventListener('keydown', (event) => this.#press(event));
    canvas.addEventListener('keyup', (event) => this.#held.delete(event.key));
    canvas.addEventListener('blur', () => this.#leave());
    canvas.addEventListener('pointerdown', () => this.#leave());
    canvas.addEventListener('focus', () => {
      if (canvas.matches(':focus-visible')) {
        this.#show();
      }
    });
  }

  #press(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const act = event.key in WAYS ? () => this.#move(event) : {
      ' ': () => this.#toggle(event),
      Enter: () => this.#toggle(event),
      e: () => this.#changeTool(),
      E: () => this.#changeTool(),
      Delete: () => this.#clear(),
      Backspace: () => this.#clear(),
      Escape: () => (this.#down ? this.#drop() : this.#clear()),
    }[event.key];
    if (act) {
      event.preventDefault();
      act();
    }
  }

  /** Keys that are held together go together: a diagonal is one line and no stairs. */
  #move(event) {
    this.#held.add(event.key);
    const step = (event.shiftKey ? LARGE_STEP : STEP) / this.#pad.zoom;
    const from = this.#place();
    let [x, y] = from;
    for (const key of this.#held) {
      x += WAYS[key][0] * step;
      y += WAYS[key][1] * step;
    }
    this.#point = [clamp(x, this.#pad.width), clamp(y, this.#pad.height)];
    if (this.#down && this.#actions.isErasing()) {
      this.#drawing.eraseAlong(from, this.#point, ERASER_RADIUS / this.#pad.zoom);
    } else if (this.#down) {
      this.#drawing.extendStroke([this.#point]);
    }
    this.#show();
  }

  #toggle(event) {
    if (event.repeat) {
      return;
    }
    if (this.#down) {
      this.#lift();
      this.#actions.say('Pen up.');
    } else {
      this.#putDown();
    }
    this.#show();
  }

  #putDown() {
    const point = this.#place();
    this.#down = true;
    if (this.#actions.isErasing()) {
      this.#drawing.startErasing();
      this.#drawing.eraseAlong(point, point, ERASER_RADIUS / this.#pad.zoom);
    } else {
      this.#drawing.startStroke(point);
    }
    const [right, below] = [point[0] / this.#pad.width, point[1] / this.#pad.height];
    this.#actions.say(`${this.#actions.isErasing() ? 'Eraser' : 'Pen'} down, `
      + `${Math.round(right * 100)} percent from the left, ${Math.round(below * 100)} from the top.`);
  }

  #lift() {
    if (this.#down) {
      this.#down = false;
      this.#drawing.endErasing();
      this.#drawing.endStroke();
    }
  }

  #drop() {
    this.#down = false;
    this.#drawing.endErasing();
    this.#drawing.cancelStroke();
    this.#show();
    this.#actions.say('Stroke dropped.');
  }

  #changeTool() {
    this.#lift();
    this.#actions.toggleEraser();
    this.#show();
  }

  #clear() {
    this.#lift();
    this.#actions.clear();
    this.#show();
  }

  #leave() {
    this.#held.clear();
    this.#lift();
    this.#pad.showCursor(null);
  }

  #show() {
    const radius = this.#actions.isErasing() ? ERASER_RADIUS / this.#pad.zoom : 0;
    this.#pad.showCursor({ point: this.#place(), radius, down: this.#down });
  }

  /** In the middle at first, and never outside a pad that became smaller. */
  #place() {
    const { width, height } = this.#pad;
    const [x, y] = this.#point ?? [width / 2, height / 2];
    return [clamp(x, width), clamp(y, height)];
  }
}

function clamp(value, most) {
  return Math.min(Math.max(value, 0), most);
}
