// Draws strokes again as a hand would: one after the other, in a second or two.

import { distance } from './geometry.js';

/** In milliseconds: for one digit, and at most for many. */
const USUAL = 900;
const LONGEST = 2500;
/** How many strokes are about one digit, for the pace. */
const PER_DIGIT = 1.5;

/**
 * Ends early when anybody else changes the drawing.
 * @param {import('./drawing.js').Drawing} drawing
 * @param {import('./geometry.js').Stroke[]} strokes
 * @param {number} pen
 * @param {AbortSignal} signal
 */
export async function replay(drawing, strokes, pen, signal) {
  let own = false;
  let stopped = false;
  const act = (change) => {
    own = true;
    change();
    own = false;
  };
  const watch = () => {
    stopped ||= !own;
  };
  drawing.addEventListener('change', watch);
  act(() => drawing.replace([], pen));
  const pace = paceOf(strokes);
  for (const stroke of strokes) {
    await drawLive(drawing, stroke, pace, () => stopped || signal.aborted, act);
  }
  drawing.removeEventListener('change', watch);
}

/** Pixels per millisecond. */
function paceOf(strokes) {
  const length = strokes.reduce((sum, stroke) => sum + lengthOf(stroke), 0);
  return length / Math.min(LONGEST, Math.max(1, strokes.length / PER_DIGIT) * USUAL);
}

function lengthOf(stroke) {
  return stroke.reduce((sum, point, i) => sum + (i ? distance(point, stroke[i - 1]) : 0), 0);
}

async function drawLive(drawing, stroke, pace, isStopped, act) {
  if (isStopped()) {
    return;
  }
  act(() => drawing.startStroke(stroke[0]));
  const begin = await nextFrame();
  let drawn = 0;
  for (let i = 1; i < stroke.length && !isStopped();) {
    const due = ((await nextFrame()) - begin) * pace;
    const points = [];
    while (i < stroke.length && drawn <= due) {
      drawn += distance(stroke[i], stroke[i - 1]);
      points.push(stroke[i++]);
    }
    if (points.length && !isStopped()) {
      act(() => drawing.extendStroke(points));
    }
  }
  if (!isStopped()) {
    act(() => drawing.endStroke());
  }
}

function nextFrame() {
  return new Promise((resolve) => requestAnimationFrame(resolve));
}
