// Drawings to try: each is a button with a thumbnail, and is drawn on the pad when it is chosen.

import { bounds } from './geometry.js';
import { replay } from './replay.js';
import { thumb } from './thumb.js';

/** How much of the pad's height and width a sample takes. */
const HIGH = 0.6;
const WIDE = 0.84;

/**
 * @param {HTMLElement} list
 * @param {import('./pad.js').Pad} pad
 * @param {import('./drawing.js').Drawing} drawing
 * @param {() => void} chosen
 */
export async function setUpSamples(list, pad, drawing, chosen) {
  const samples = await load();
  let running = new AbortController();
  const play = (sample) => {
    running.abort();
    running = new AbortController();
    chosen();
    const { strokes, pen } = placed(sample, pad);
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) {
      drawing.replace(strokes, pen);
    } else {
      replay(drawing, strokes, pen, running.signal);
    }
  };
  list.replaceChildren(...samples.map((sample) => item(sample, () => play(sample))));
}

/** @returns {Promise<{name: string, digits: string, pen: number, strokes: number[][][]}[]>} */
async function load() {
  const response = await fetch(new URL('samples/digits.json', document.baseURI));
  return (await response.json()).samples;
}

/** In the middle of the pad, as large as there is room. */
function placed({ strokes, pen }, pad) {
  const [x, y, width, height] = bounds(strokes);
  const scale = Math.min(pad.height * pad.zoom * HIGH / height, pad.width * pad.zoom * WIDE / width);
  const left = (pad.width * pad.zoom - width * scale) / 2;
  const top = (pad.height * pad.zoom - height * scale) / 2;
  return {
    pen: pen * scale,
    strokes: strokes.map((stroke) =>
      stroke.map(([px, py]) => [left + (px - x) * scale, top + (py - y) * scale])),
  };
}

function item(sample, play) {
  const button = document.createElement('button');
  button.type = 'button';
  button.dataset.digits = sample.digits;
  button.title = sample.name;
  button.setAttribute('aria-label', `Draw ${sample.name}`);
  button.classList.toggle('wide', sample.digits.length > 1);
  button.append(thumb(sample.strokes, sample.pen));
  button.addEventListener('click', play);
  const element = document.createElement('li');
  element.append(button);
  return element;
}
