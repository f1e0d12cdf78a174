// The drawing that a page has again when it is loaded again. Pure.

import { isDrawing } from './strokes-json.js';

const KEY = 'inkling.drawing';

/**
 * @param {import('./drawing.js').Drawing} drawing
 * @param {import('./storage.js').Keep} keep
 */
export function keepDrawing({ strokes, pen }, keep) {
  keep.put(KEY, { strokes, pen });
}

/** Draws what was kept, if it is a drawing. */
export function restoreDrawing(drawing, keep) {
  const kept = keep.get(KEY);
  if (isDrawing(kept)) {
    drawing.replace(kept.strokes, kept.pen);
  }
}
