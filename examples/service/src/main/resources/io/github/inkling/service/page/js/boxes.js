// The boxes of an answer, over the pad or over a photograph.

import { certainty, percent, sign } from './reading.js';

/** What a tag with a percentage needs, in CSS pixels. */
const TAG_WIDTH = 72;

/**
 * @param {HTMLElement} layer lies over the picture
 * @param {import('./current.js').Current} current
 * @param {{width: number, height: number, dropped: boolean}} view the size of what lies below, in
 *   the unit of the boxes, and whether to show what was left out
 */
export function drawBoxes(layer, { reading, selected }, { width, height, dropped }) {
  const place = placer(width, height, layer.clientWidth);
  layer.replaceChildren();
  if (!reading || !width) {
    return;
  }
  if (reading.digits.length > 1) {
    reading.lines.forEach(({ box }) => layer.append(place(box, 'line-box')));
  }
  if (dropped) {
    reading.dropped.forEach(({ box }) => layer.append(place(box, 'box dropped')));
  }
  reading.digits.forEach((digit, i) => {
    const element = place(digit.box, `box ${certainty(digit)}`);
    element.classList.toggle('selected', i === selected);
    const room = roomBeside(digit, reading.digits, width) * (layer.clientWidth / width);
    element.append(tag(digit, i === selected || room >= TAG_WIDTH));
    layer.append(element);
  });
}

/** Shares of the layer, so that boxes stay in place when it is resized. */
function placer(width, height, pixels) {
  const share = (part, whole) => `${(100 * part) / whole}%`;
  return ([x, y, w, h], classes) => {
    const element = document.createElement('div');
    element.className = classes;
    element.style.left = share(x, width);
    element.style.top = share(y, height);
    element.style.width = share(w, width);
    element.style.height = share(h, height);
    // Tags stand where the layer has room for them.
    element.classList.toggle('at-top', y < height * 0.06);
    element.classList.toggle('at-right', (x / width) * pixels + TAG_WIDTH > pixels);
    return element;
  };
}

/** How far it is to the next digit of the line, or to the edge; a digit that is alone has all. */
function roomBeside({ box: [x], line }, digits, width) {
  const places = digits.filter((other) => other.line === line).map((other) => other.box[0]);
  const next = places.filter((place) => place > x);
  return places.length === 1 ? Infinity : Math.min(...next, width) - x;
}

function tag(digit, withPercent) {
  const element = document.createElement('span');
  element.className = 'tag';
  element.textContent = sign(digit);
  if (withPercent && digit.label !== null) {
    const sure = document.createElement('small');
    sure.textContent = ` ${percent(digit.confidence)}`;
    element.append(sure);
  }
  return element;
}
