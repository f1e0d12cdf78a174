// Plane geometry of strokes and boxes. Nothing here knows of the page.

/**
 * @typedef {number[]} Point x, y and, of a pen that tells it, the pressure from 0 to 1
 * @typedef {Point[]} Stroke points in the order of time
 * @typedef {[number, number, number, number]} Box x, y, width, height
 */

/** A cut that is shorter is the rounding of an earlier one. */
const SLIVER = 1e-6;

/** @param {Point} a @param {Point} b */
export function distance(a, b) {
  return Math.hypot(a[0] - b[0], a[1] - b[1]);
}

/** The point between two others; pressure is interpolated where both have it. */
export function between(a, b, t) {
  const point = [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t];
  if (a.length > 2 && b.length > 2) {
    point.push(a[2] + (b[2] - a[2]) * t);
  }
  return point;
}

/**
 * The box around all points.
 * @param {Stroke[]} strokes
 * @returns {Box | null} null where there is no point
 */
export function bounds(strokes) {
  let left = Infinity, top = Infinity, right = -Infinity, bottom = -Infinity;
  for (const stroke of strokes) {
    for (const [x, y] of stroke) {
      left = Math.min(left, x);
      top = Math.min(top, y);
      right = Math.max(right, x);
      bottom = Math.max(bottom, y);
    }
  }
  return left <= right ? [left, top, right - left, bottom - top] : null;
}

/** @param {Box} box @param {Point} point @param {number} [margin] by which the box is larger */
export function contains([x, y, width, height], point, margin = 0) {
  return point[0] >= x - margin && point[0] <= x + width + margin
    && point[1] >= y - margin && point[1] <= y + height + margin;
}

/** @param {Box} box @returns {Point} */
export function centre([x, y, width, height]) {
  return [x + width / 2, y + height / 2];
}

/**
 * What is left of a stroke outside a circle: none, one or more strokes.
 * They end where the circle begins, however far apart the points are. A stroke that is not touched
 * is returned as it is.
 * @param {Stroke} stroke
 * @param {Point} middle
 * @param {number} radius
 * @returns {Stroke[]}
 */
export function cutCircle(stroke, middle, radius) {
  if (stroke.length === 1) {
    return distance(stroke[0], middle) < radius ? [] : [stroke];
  }
  const pieces = [];
  let piece = [];
  let touched = false;
  const end = () => {
    if (piece.length > 1) {
      pieces.push(piece);
    }
    piece = [];
  };
  for (let i = 1; i < stroke.length; i++) {
    const a = stroke[i - 1], b = stroke[i];
    const inside = insideCircle(a, b, middle, radius);
    if (!inside) {
      piece.push(...(piece.length ? [b] : [a, b]));
      continue;
    }
    touched = true;
    const [from, to] = inside;
    if (from > 0) {
      piece.push(...(piece.length ? [] : [a]), between(a, b, from));
    }
    end();
    if (to < 1) {
      piece.push(between(a, b, to), b);
    }
  }
  end();
  return touched ? pieces : [stroke];
}

/** The part of the segment from a to b that is inside a circle, as shares of its length. */
function insideCircle(a, b, middle, radius) {
  const dx = b[0] - a[0], dy = b[1] - a[1];
  const fx = a[0] - middle[0], fy = a[1] - middle[1];
  const square = dx * dx + dy * dy;
  const rest = fx * fx + fy * fy - radius * radius;
  if (square === 0) {
    return rest < 0 ? [0, 1] : null;
  }
  const half = fx * dx + fy * dy;
  const root = half * half - square * rest;
  if (root <= 0) {
    return null;
  }
  const from = Math.max(0, (-half - Math.sqrt(root)) / square);
  const to = Math.min(1, (-half + Math.sqrt(root)) / square);
  const share = to - from;
  return share === 1 || share * Math.sqrt(square) > SLIVER ? [from, to] : null;
}

/**
 * Points from one to another, no further apart than a step; the first is left out, the last is in.
 * @param {Point} a
 * @param {Point} b
 * @param {number} step
 */
export function walk(a, b, step) {
  const count = Math.max(1, Math.ceil(distance(a, b) / step));
  return Array.from({ length: count }, (_, i) => between(a, b, (i + 1) / count));
}
