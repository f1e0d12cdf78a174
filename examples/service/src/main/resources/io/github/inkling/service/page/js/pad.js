// Draws the strokes on the canvas, crisp on every screen, and knows where a pointer is on it.

import { bounds } from './geometry.js';

/** Room that is left around ink which had to be made smaller to be seen. */
const MARGIN = 12;

/**
 * Strokes are in CSS pixels of the pad. Where the pad has become too small for them, as on a phone
 * that was turned, they are shown smaller, but stay what they are.
 */
export class Pad extends EventTarget {
  #canvas;
  #context;
  #drawing;
  #zoom = 1;
  #width = 0;
  #height = 0;
  #asked = false;
  /** @type {{point: import('./geometry.js').Point, radius: number, down: boolean} | null} */
  #cursor = null;

  /** @param {HTMLCanvasElement} canvas @param {import('./drawing.js').Drawing} drawing */
  constructor(canvas, drawing) {
    super();
    this.#canvas = canvas;
    this.#context = canvas.getContext('2d');
    this.#drawing = drawing;
    drawing.addEventListener('change', () => this.refresh());
    new ResizeObserver(() => this.#resize()).observe(canvas);
    this.#watchDensity();
  }

  get canvas() {
    return this.#canvas;
  }

  /** The size of the pad in the unit of the strokes. */
  get width() {
    return this.#width / this.#zoom;
  }

  get height() {
    return this.#height / this.#zoom;
  }

  /** Screen pixels per unit of the strokes; 1 unless they would not fit. */
  get zoom() {
    return this.#zoom;
  }

  /** Where a pointer is, in the unit of the strokes. */
  pointOf(event) {
    const place = this.#canvas.getBoundingClientRect();
    return [(event.clientX - place.left) / this.#zoom, (event.clientY - place.top) / this.#zoom];
  }

  /** The cross of keyboard drawing, or the ring of the eraser; null for neither. */
  showCursor(cursor) {
    this.#cursor = cursor;
    this.refresh();
  }

  /** Makes all ink visible, if it is not, and all as large as it was drawn, if that fits. */
  fit() {
    const box = bounds(this.#drawing.strokes);
    const needed = box ? [box[0] + box[2] + MARGIN, box[1] + box[3] + MARGIN] : [1, 1];
    const zoom = Math.min(1, this.#width / needed[0], this.#height / needed[1]);
    if (zoom !== this.#zoom && zoom > 0) {
      this.#zoom = zoom;
      this.refresh();
      this.dispatchEvent(new Event('zoom'));
    }
  }

  /** Draws all anew with the next frame. */
  refresh() {
    if (!this.#asked) {
      this.#asked = true;
      requestAnimationFrame(() => {
        this.#asked = false;
        this.#draw();
      });
    }
  }

  #resize() {
    const { width, height } = this.#canvas.getBoundingClientRect();
    if (width === 0) {
      return;
    }
    this.#width = width;
    this.#height = height;
    this.#canvas.width = Math.round(width * devicePixelRatio);
    this.#canvas.height = Math.round(height * devicePixelRatio);
    this.fit();
    // At once: a canvas that was resized is empty, and would flash.
    this.#draw();
    this.dispatchEvent(new Event('zoom'));
  }

  /** A window that is moved to another screen or zoomed has other pixels, but the same size. */
  #watchDensity() {
    const query = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
    query.addEventListener('change', () => {
      this.#resize();
      this.#watchDensity();
    }, { once: true });
  }

  #draw() {
    const context = this.#context;
    const scale = devicePixelRatio * this.#zoom;
    context.setTransform(scale, 0, 0, scale, 0, 0);
    context.clearRect(0, 0, this.width, this.height);
    context.lineCap = 'round';
    context.lineJoin = 'round';
    context.strokeStyle = context.fillStyle = getComputedStyle(this.#canvas).color;
    for (const stroke of this.#drawing.strokes) {
      drawStroke(context, stroke, this.#drawing.pen);
    }
    if (this.#cursor) {
      drawCursor(context, this.#cursor, this.#zoom);
    }
  }
}

function drawStroke(context, stroke, pen) {
  if (stroke.length === 1) {
    context.beginPath();
    context.arc(stroke[0][0], stroke[0][1], widthAt(stroke[0], pen) / 2, 0, 2 * Math.PI);
    context.fill();
  } else if (stroke[0].length > 2) {
    drawPressed(context, stroke, pen);
  } else {
    drawEven(context, stroke, pen);
  }
}

/** Curves through the middles between points: no corners where the hand made none. */
function drawEven(context, stroke, pen) {
  context.lineWidth = pen;
  context.beginPath();
  context.moveTo(...stroke[0]);
  for (let i = 1; i < stroke.length - 1; i++) {
    const [x, y] = stroke[i], [nextX, nextY] = stroke[i + 1];
    context.quadraticCurveTo(x, y, (x + nextX) / 2, (y + nextY) / 2);
  }
  context.lineTo(...stroke.at(-1));
  context.stroke();
}

function drawPressed(context, stroke, pen) {
  for (let i = 1; i < stroke.length; i++) {
    const from = stroke[i - 1], to = stroke[i];
    context.lineWidth = (widthAt(from, pen) + widthAt(to, pen)) / 2;
    context.beginPath();
    context.moveTo(from[0], from[1]);
    context.lineTo(to[0], to[1]);
    context.stroke();
  }
}

/** Half pressed, the pen has its width. */
function widthAt([, , pressure = 0.5], pen) {
  return pen * (0.5 + pressure);
}

function drawCursor(context, { point: [x, y], radius, down }, zoom) {
  context.lineWidth = 1.5 / zoom;
  context.beginPath();
  if (radius) {
    context.arc(x, y, radius, 0, 2 * Math.PI);
  }
  if (!radius || down) {
    const arm = (down ? 7 : 12) / zoom;
    context.moveTo(x - arm, y);
    context.lineTo(x + arm, y);
    context.moveTo(x, y - arm);
    context.lineTo(x, y + arm);
  }
  context.stroke();
}
