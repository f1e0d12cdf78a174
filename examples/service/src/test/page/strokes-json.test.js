import assert from 'node:assert/strict';
import { test } from 'node:test';

import { USUAL_LIMITS, isDrawing, requestOf } from '#page/strokes-json.js';
import { BROKEN_STROKES, LINE, randomOf, randomStroke } from './fixtures.js';

function count(strokes) {
  return strokes.flat().length;
}

test('a request has the strokes and the pen', () => {
  assert.deepEqual(requestOf([LINE], 7), { strokes: [LINE], pen: 7 });
});

test('places are rounded to tenths, pressure to hundredths', () => {
  const { strokes } = requestOf([[[1.234, -5.678, 0.5555], [2.06, 3]]], 7);

  assert.deepEqual(strokes, [[[1.2, -5.7, 0.56], [2.1, 3]]]);
});

test('no pressure at all is a pressure', () => {
  assert.deepEqual(requestOf([[[1, 2, 0]]], 7).strokes, [[[1, 2, 0]]]);
});

test('strokes within the limit are told whole', () => {
  const strokes = [LINE, LINE];

  assert.equal(count(requestOf(strokes, 7, { points: 4 }).strokes), 4);
});

test('strokes over the limit are told by fewer points, each from its start to its end', () => {
  const stroke = Array.from({ length: 10 }, (_, i) => [i, i]);
  const { strokes } = requestOf([stroke, stroke], 7, { points: 12 });

  const every2nd = [[0, 0], [2, 2], [4, 4], [6, 6], [8, 8], [9, 9]];
  assert.deepEqual(strokes, [every2nd, every2nd]);
});

test('the usual limit is that of the server', () => {
  const random = randomOf(3);
  const strokes = Array.from({ length: 9 }, () => randomStroke(random, 5000));

  assert.ok(count(requestOf(strokes, 7).strokes) <= USUAL_LIMITS.points);
});

test('the limit is kept however long the strokes are, and no stroke is lost', () => {
  const random = randomOf(11);
  for (let i = 0; i < 50; i++) {
    const strokes = Array.from({ length: 1 + random() * 20 },
      () => randomStroke(random, 1 + random() * 300));
    const thin = requestOf(strokes, 7, { points: 100 }).strokes;
    const ends = (stroke) => [stroke[0], stroke.at(-1)];

    assert.ok(count(thin) <= 100);
    assert.deepEqual(thin.map(ends), requestOf(strokes, 7).strokes.map(ends));
  }
});

test('the strokes that are drawn stay as they are', () => {
  const strokes = [[[1.234, 5.678], [2, 2], [3, 3]]];
  requestOf(strokes, 7, { points: 2 });

  assert.deepEqual(strokes, [[[1.234, 5.678], [2, 2], [3, 3]]]);
});

test('strokes of finite numbers and a pen are a drawing', () => {
  assert.ok(isDrawing({ strokes: [LINE, [[1, 2, 0.5]]], pen: 7 }));
});

test('what cannot be drawn is no drawing', () => {
  for (const strokes of [...BROKEN_STROKES, [[[1, NaN]]], [[[Infinity, 1]]]]) {
    assert.ok(!isDrawing({ strokes, pen: 7 }), JSON.stringify(strokes));
  }
  for (const pen of [undefined, null, '7', 0, -1, NaN]) {
    assert.ok(!isDrawing({ strokes: [LINE], pen }), `${pen}`);
  }
  for (const kept of [null, undefined, 7, 'text', []]) {
    assert.ok(!isDrawing(kept), `${kept}`);
  }
});
