// Small pictures of strokes, in the colour of the text around them.

import { bounds } from './geometry.js';

/** An element of SVG with its attributes. */
export function svg(name, attributes = {}) {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
  return element;
}

/**
 * @param {import('./geometry.js').Stroke[]} strokes
 * @param {number} pen
 */
export function thumb(strokes, pen) {
  const [x, y, width, height] = bounds(strokes) ?? [0, 0, 1, 1];
  const viewBox = [x - pen, y - pen, width + 2 * pen, height + 2 * pen].map(Math.round).join(' ');
  const picture = svg('svg', { viewBox, class: 'thumb', 'aria-hidden': 'true' });
  for (const stroke of strokes) {
    const d = stroke.map(([px, py], i) => `${i ? 'L' : 'M'}${px.toFixed(1)} ${py.toFixed(1)}`);
    // A dot is a line that goes nowhere.
    const dot = stroke.length === 1 ? 'h0' : '';
    picture.append(svg('path', { d: d.join('') + dot, 'stroke-width': pen }));
  }
  return picture;
}

/** The boxes of a reading, where there is no picture to show. */
export function boxThumb({ width, height, digits }) {
  const picture = svg('svg', { viewBox: `0 0 ${width} ${height}`, class: 'thumb', 'aria-hidden': 'true' });
  for (const { box: [x, y, w, h] } of digits) {
    picture.append(svg('rect', { x, y, width: w, height: h, 'stroke-width': width / 120 }));
  }
  return picture;
}
