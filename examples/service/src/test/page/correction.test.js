import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';

import { Correction } from '#page/correction.js';
import { Current } from '#page/current.js';
import { Drawing } from '#page/drawing.js';
import { Live } from '#page/live.js';
import { draw, settled } from './fixtures.js';
import { fakeDocument } from './fake-document.js';

const PEN = 10;
const LEFT = [[10, 10], [30, 90]];
const RIGHT = [[70, 10], [90, 90]];
const PAGE = {
  text: '17', width: 100, height: 100, rotation: 0,
  lines: [{ box: [0, 0, 100, 100], digits: [
    { label: 1, box: [5, 5, 30, 90] }, { label: 7, box: [65, 5, 30, 90] },
  ] }],
};

let page, drawing, current, sent, live;

beforeEach(() => {
  page = fakeDocument();
  drawing = new Drawing(PEN);
  current = new Current();
  sent = [];
  const api = {
    read: async () => PAGE,
    correct: async (label, body) => {
      sent.push([label, body]);
      return { collected: 1 };
    },
  };
  const connection = Object.assign(new EventTarget(), { isClosed: false, succeeded() {} });
  live = new Live(drawing, api, current, connection, () => ({ points: 100 }));
  new Correction(api, current).collects = true;
});

async function drawAndRead(...strokes) {
  const read = new Promise((resolve) => {
    live.addEventListener('read', resolve, { once: true });
  });
  strokes.forEach((stroke) => draw(drawing, stroke));
  await read;
}

async function correctTo(label) {
  page.getElementById('correction-digits').children[label].click();
  await settled();
}

function said() {
  return page.getElementById('correction-said').textContent;
}

test('a correction has the strokes of the digit that is looked at, and the pen', async () => {
  await drawAndRead(LEFT, RIGHT);
  current.select(0);
  await correctTo(4);

  assert.deepEqual(sent, [[4, { strokes: [LEFT], pen: PEN }]]);
});

test('after an undo a correction still has the strokes that were read', async () => {
  await drawAndRead(LEFT, RIGHT);
  drawing.undo();
  await correctTo(4);

  assert.deepEqual(sent, [[4, { strokes: [RIGHT], pen: PEN }]]);
});

test('other strokes that are not read yet are no part of a correction', async () => {
  await drawAndRead(LEFT, RIGHT);
  drawing.replace([[[66, 6], [94, 6]]], 3);
  await correctTo(4);

  assert.deepEqual(sent, [[4, { strokes: [RIGHT], pen: PEN }]]);
});

test('a stroke that grows on is no part of a correction', async () => {
  const read = new Promise((resolve) => {
    live.addEventListener('read', resolve, { once: true });
  });
  drawing.startStroke(RIGHT[0]);
  drawing.extendStroke([RIGHT[1]]);
  await read;
  drawing.extendStroke([[92, 50]]);
  await correctTo(4);

  assert.deepEqual(sent, [[4, { strokes: [RIGHT], pen: PEN }]]);
});

test('a digit without strokes of its own is not sent', async () => {
  // Through both boxes, with points in the left one only.
  await drawAndRead(LEFT, [[20, 50], [30, 50], [50, 50], [110, 50]]);
  current.select(1);
  await correctTo(4);

  assert.deepEqual(sent, []);
  assert.match(said(), /^Not kept: /);
});

test('of a photograph a correction has what the model saw', async () => {
  const seen = { image: `data:image/png;base64,${btoa('png')}` };
  current.show({ digits: [{ label: 1, seen }] }, 0);
  await correctTo(4);

  const [[label, blob]] = sent;
  assert.equal(label, 4);
  assert.equal(blob.type, 'image/png');
  assert.equal(await blob.text(), 'png');
});

test('what can be sent of no digit is not asked for', async () => {
  const root = page.getElementById('correction');
  current.show({ digits: [{ label: 1 }] }, 0);
  assert.ok(root.hidden);
  await drawAndRead(LEFT, RIGHT);
  assert.ok(!root.hidden);
  current.clear();
  assert.ok(root.hidden);
});
