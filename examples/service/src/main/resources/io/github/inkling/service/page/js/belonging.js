// Which strokes belong to which digit of an answer. Pure.

import { bounds, centre, contains, distance } from './geometry.js';

/** A stroke with at least this share of its points in one box belongs to it as a whole. */
const WHOLE = 0.8;

/**
 * The digit under a point; where boxes overlap, the one whose centre is nearest.
 * @template {{box: import('./geometry.js').Box}} D
 * @param {D[]} digits
 * @param {import('./geometry.js').Point} point
 * @returns {number} its index, or -1
 */
export function digitAt(digits, point) {
  return nearest(digits, point, (digit) => contains(digit.box, point));
}

/**
 * The digit that a stroke was drawn for: the one whose box has most of its points, or else the
 * nearest.
 * @returns {number} its index, or -1 where there are no digits
 */
export function digitOfStroke(digits, stroke, margin = 0) {
  const counts = digits.map((digit) => pointsIn(digit.box, stroke, margin));
  const most = Math.max(0, ...counts);
  if (most > 0) {
    const middle = centre(bounds([stroke]));
    return nearest(digits, middle, (_, i) => counts[i] === most);
  }
  return stroke.length ? nearest(digits, stroke.at(-1), () => true) : -1;
}

/**
 * The strokes of one digit. One that was drawn through several digits, such as two in a single
 * stroke, is cut at the box.
 * @returns {import('./geometry.js').Stroke[]}
 */
export function strokesOfDigit(digits, index, strokes, margin = 0) {
  return strokes.flatMap((stroke) => {
    const owner = digitOfStroke(digits, stroke, margin);
    const share = pointsIn(digits[owner].box, stroke, margin) / stroke.length;
    if (share >= WHOLE) {
      return owner === index ? [stroke] : [];
    }
    return runsInside(digits[index].box, stroke, margin);
  });
}

function pointsIn(box, stroke, margin) {
  return stroke.filter((point) => contains(box, point, margin)).length;
}

function runsInside(box, stroke, margin) {
  const runs = [];
  let run = [];
  for (const point of stroke) {
    if (contains(box, point, margin)) {
      run.push(point);
    } else if (run.length) {
      runs.push(run);
      run = [];
    }
  }
  return run.length ? [...runs, run] : runs;
}

function nearest(digits, point, allowed) {
  let best = -1;
  digits.forEach((digit, i) => {
    const away = distance(centre(digit.box), point);
    if (allowed(digit, i) && (best < 0 || away < distance(centre(digits[best].box), point))) {
      best = i;
    }
  });
  return best;
}
