// Strokes as the API takes them and as the browser keeps them. Pure.

/** As many points as a request may have, where the server has not told its own limits. */
export const USUAL_LIMITS = { bodyBytes: 20_000_000, strokes: 1000, points: 20_000 };

/**
 * The body of a request. Where there are more points than the server takes, every stroke is told
 * by fewer.
 * @param {import('./geometry.js').Stroke[]} strokes
 * @param {number} pen
 * @param {{points: number}} limits
 */
export function requestOf(strokes, pen, limits = USUAL_LIMITS) {
  return { strokes: thinned(strokes, limits.points).map(rounded), pen };
}

/** Tenths of a pixel are finer than any pointer, and short. */
function rounded(stroke) {
  return stroke.map(([x, y, pressure]) => {
    const point = [Math.round(x * 10) / 10, Math.round(y * 10) / 10];
    return pressure === undefined ? point : [...point, Math.round(pressure * 100) / 100];
  });
}

/**
 * Whether it can be drawn: what a browser kept may be broken, or another's.
 * @param {any} kept
 */
export function isDrawing(kept) {
  return isListOf(kept?.strokes, isStroke) && isPositive(kept.pen);
}

function isStroke(stroke) {
  return isListOf(stroke, isPoint);
}

function isPoint(point) {
  return isListOf(point, Number.isFinite) && (point.length === 2 || point.length === 3);
}

function isListOf(list, isPart) {
  return Array.isArray(list) && list.length > 0 && list.every((part) => isPart(part));
}

function isPositive(number) {
  return Number.isFinite(number) && number > 0;
}

function thinned(strokes, most) {
  let thin = strokes;
  for (let step = 2; count(thin) > most && step < most; step++) {
    thin = strokes.map((stroke) =>
      stroke.filter((_, i) => i % step === 0 || i === stroke.length - 1));
  }
  return thin;
}

function count(strokes) {
  return strokes.reduce((sum, stroke) => sum + stroke.length, 0);
}
