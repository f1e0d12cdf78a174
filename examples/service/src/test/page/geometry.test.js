import assert from 'node:assert/strict';
import { test } from 'node:test';

import {
  between, bounds, centre, contains, cutCircle, distance, walk,
} from '#page/geometry.js';
import { LINE, randomOf, randomPoint, randomStroke } from './fixtures.js';

const NEARLY = 1e-6;

test('the distance is that of the plane, whatever the pressure', () => {
  assert.equal(distance([1, 1], [4, 5]), 5);
  assert.equal(distance([1, 1, 0], [4, 5, 1]), 5);
});

test('a point between two others has a pressure between theirs', () => {
  assert.deepEqual(between([0, 10, 0.25], [10, 30, 0.75], 0.5), [5, 20, 0.5]);
});

test('a point between two others has no pressure where one of them has none', () => {
  assert.deepEqual(between([0, 10, 0.2], [10, 30], 0.5), [5, 20]);
  assert.deepEqual(between([0, 10], [10, 30, 0.2], 0.5), [5, 20]);
});

test('the bounds go around the points of all strokes', () => {
  assert.deepEqual(bounds([[[1, 2], [-3, 4]], [[3, 9]]]), [-3, 2, 6, 7]);
});

test('a dot has bounds without a size', () => {
  assert.deepEqual(bounds([[[4, 7]]]), [4, 7, 0, 0]);
});

test('nothing has no bounds', () => {
  assert.equal(bounds([]), null);
  assert.equal(bounds([[], []]), null);
});

test('a box contains its edges', () => {
  for (const corner of [[0, 0], [10, 0], [0, 20], [10, 20]]) {
    assert.ok(contains([0, 0, 10, 20], corner), `${corner}`);
  }
});

test('a box contains what its margin reaches, on every side', () => {
  for (const point of [[-2, 5], [12, 5], [5, -2], [5, 22]]) {
    assert.ok(!contains([0, 0, 10, 20], point), `${point}`);
    assert.ok(contains([0, 0, 10, 20], point, 2), `${point}`);
    assert.ok(!contains([0, 0, 10, 20], point, 1.9), `${point}`);
  }
});

test('the centre is the middle of the box', () => {
  assert.deepEqual(centre([10, 20, 4, 6]), [12, 23]);
});

test('a walk has equal steps no longer than asked, and ends where it goes', () => {
  const points = walk([0, 0], [10, 0], 3);

  assert.deepEqual(points, [[2.5, 0], [5, 0], [7.5, 0], [10, 0]]);
});

test('a walk to where one stands is one point', () => {
  assert.deepEqual(walk([3, 4], [3, 4], 5), [[3, 4]]);
});

test('a cut in the middle leaves two strokes that end at the circle', () => {
  assert.deepEqual(cutCircle(LINE, [50, 0], 10), [[[0, 0], [40, 0]], [[60, 0], [100, 0]]]);
});

test('a cut at either end leaves one stroke', () => {
  assert.deepEqual(cutCircle(LINE, [0, 0], 10), [[[10, 0], [100, 0]]]);
  assert.deepEqual(cutCircle(LINE, [100, 0], 10), [[[0, 0], [90, 0]]]);
});

test('a cut of all leaves nothing', () => {
  assert.deepEqual(cutCircle(LINE, [50, 0], 60), []);
});

test('a stroke that is not touched is the same one', () => {
  assert.equal(cutCircle(LINE, [50, 20], 10)[0], LINE);
});

test('a circle that only touches a stroke does not cut it', () => {
  assert.equal(cutCircle(LINE, [50, 10], 10)[0], LINE);
  assert.equal(cutCircle(LINE, [110, 0], 10)[0], LINE);
});

test('a dot is cut away or left', () => {
  assert.deepEqual(cutCircle([[1, 1]], [0, 0], 5), []);
  assert.deepEqual(cutCircle([[9, 9]], [0, 0], 5), [[[9, 9]]]);
});

test('a pen that stood still is cut away or left', () => {
  const still = [[1, 1], [1, 1]];

  assert.deepEqual(cutCircle(still, [0, 0], 5), []);
  assert.equal(cutCircle(still, [9, 9], 5)[0], still);
});

test('a cut keeps the corners and the pressure', () => {
  const [before, after] = cutCircle([[0, 0, 0], [50, 0, 0.5], [50, 100, 1]], [50, 50], 10);

  assert.deepEqual(before, [[0, 0, 0], [50, 0, 0.5], [50, 40, 0.7]]);
  assert.deepEqual(after, [[50, 60, 0.8], [50, 100, 1]]);
});

/** Two hundred strokes and a circle in the middle of each. */
function randomCuts() {
  const random = randomOf(17);
  return Array.from({ length: 200 }, () => {
    const stroke = randomStroke(random, 12);
    const middle = randomPoint(random);
    const radius = 5 + random() * 25;
    return { stroke, middle, radius, pieces: cutCircle(stroke, middle, radius) };
  });
}

test('nothing is left within the circle, whatever is cut', () => {
  for (const { middle, radius, pieces } of randomCuts()) {
    for (const piece of pieces) {
      assert.ok(piece.length > 1);
      for (let i = 1; i < piece.length; i++) {
        assert.ok(distanceToSegment(middle, piece[i - 1], piece[i]) >= radius - NEARLY);
      }
    }
  }
});

test('what was outside the circle is left, in its order, whatever is cut', () => {
  for (const { stroke, middle, radius, pieces } of randomCuts()) {
    const outside = stroke.filter((point) => distance(point, middle) > radius);
    const left = pieces.flat().filter((point) => stroke.includes(point));

    assert.deepEqual(left, outside);
  }
});

test('what is left is part of what was there, whatever is cut', () => {
  for (const { stroke, pieces } of randomCuts()) {
    for (const point of pieces.flat()) {
      const away = stroke.slice(1).map((end, i) => distanceToSegment(point, stroke[i], end));
      assert.ok(Math.min(...away) < NEARLY);
    }
  }
});

test('a second cut at the same place finds nothing to cut', () => {
  for (const { middle, radius, pieces } of randomCuts()) {
    for (const piece of pieces) {
      assert.equal(cutCircle(piece, middle, radius)[0], piece);
    }
  }
});

function distanceToSegment(point, a, b) {
  const length = distance(a, b) ** 2;
  const along = ((point[0] - a[0]) * (b[0] - a[0]) + (point[1] - a[1]) * (b[1] - a[1])) / length;
  return distance(point, between(a, b, Math.min(1, Math.max(0, along || 0))));
}
