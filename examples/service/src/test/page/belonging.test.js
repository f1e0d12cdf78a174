import assert from 'node:assert/strict';
import { test } from 'node:test';

import { digitAt, digitOfStroke, strokesOfDigit } from '#page/belonging.js';
import { TWO_DIGITS } from './fixtures.js';

const FIRST = [[10, 10], [20, 90]];
const SECOND = [[70, 10], [80, 90]];
/** Three points in the first box, one between the boxes, three in the second. */
const THROUGH_BOTH = [[10, 50], [20, 50], [30, 50], [50, 50], [70, 50], [80, 50], [90, 50]];

test('a point is on the digit whose box it is in', () => {
  assert.equal(digitAt(TWO_DIGITS, [10, 10]), 0);
  assert.equal(digitAt(TWO_DIGITS, [90, 10]), 1);
});

test('a point beside all boxes is on no digit', () => {
  assert.equal(digitAt(TWO_DIGITS, [50, 10]), -1);
  assert.equal(digitAt([], [1, 1]), -1);
});

test('where boxes overlap, the digit with the nearest centre counts', () => {
  const overlapping = [{ box: [0, 0, 60, 100] }, { box: [40, 0, 60, 100] }];

  assert.equal(digitAt(overlapping, [45, 50]), 0);
  assert.equal(digitAt(overlapping, [55, 50]), 1);
});

test('a stroke is of the digit whose box has most of its points', () => {
  assert.equal(digitOfStroke(TWO_DIGITS, [[70, 1], [71, 50], [30, 50]]), 1);
});

test('a stroke with as many points in either box is of the digit nearer to its middle', () => {
  assert.equal(digitOfStroke(TWO_DIGITS, [[0, 50], [70, 50]]), 0);
  assert.equal(digitOfStroke(TWO_DIGITS, [[30, 50], [100, 50]]), 1);
});

test('a stroke in no box is of the digit that it ends nearest to', () => {
  assert.equal(digitOfStroke(TWO_DIGITS, [[52, 50], [48, 50]]), 0);
  assert.equal(digitOfStroke(TWO_DIGITS, [[48, 50], [52, 50]]), 1);
});

test('the margin makes the boxes larger', () => {
  const stroke = [[43, 50], [44, 50], [61, 50]];

  assert.equal(digitOfStroke(TWO_DIGITS, stroke), 1);
  assert.equal(digitOfStroke(TWO_DIGITS, stroke, 5), 0);
});

test('a stroke is of no digit where there is none, nor is one without points', () => {
  assert.equal(digitOfStroke([], FIRST), -1);
  assert.equal(digitOfStroke(TWO_DIGITS, []), -1);
});

test('the strokes of a digit are those that were drawn for it', () => {
  assert.deepEqual(strokesOfDigit(TWO_DIGITS, 0, [FIRST, SECOND]), [FIRST]);
  assert.deepEqual(strokesOfDigit(TWO_DIGITS, 1, [FIRST, SECOND]), [SECOND]);
});

test('a stroke that runs out of its box a little is not cut', () => {
  const overshooting = [[10, 10], [10, 30], [10, 50], [10, 70], [45, 90]];

  assert.deepEqual(strokesOfDigit(TWO_DIGITS, 0, [overshooting]), [overshooting]);
  assert.deepEqual(strokesOfDigit(TWO_DIGITS, 1, [overshooting]), []);
});

test('a stroke through two digits is cut at their boxes', () => {
  assert.deepEqual(strokesOfDigit(TWO_DIGITS, 0, [THROUGH_BOTH]), [THROUGH_BOTH.slice(0, 3)]);
  assert.deepEqual(strokesOfDigit(TWO_DIGITS, 1, [THROUGH_BOTH]), [THROUGH_BOTH.slice(4)]);
});

test('a stroke that comes back into a box is there in two parts', () => {
  const there = [[10, 20], [20, 20]], away = [[70, 20], [70, 80]], back = [[20, 80], [10, 80]];

  assert.deepEqual(strokesOfDigit(TWO_DIGITS, 0, [[...there, ...away, ...back]]), [there, back]);
});

test('the margin counts for where a stroke is cut', () => {
  assert.deepEqual(strokesOfDigit(TWO_DIGITS, 0, [THROUGH_BOTH], 10), [THROUGH_BOTH.slice(0, 4)]);
});
