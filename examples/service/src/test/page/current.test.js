import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Current } from '#page/current.js';
import { LINE, eventsOf } from './fixtures.js';

const NONE = { digits: [] };
const TWO = { digits: [{ label: 1 }, { label: 2 }] };
const THREE = { digits: [{ label: 4 }, { label: 5 }, { label: 6 }] };

function showing(reading, preferred) {
  const current = new Current();
  current.show(reading, preferred);
  return current;
}

test('at first there is nothing to look at', () => {
  const current = new Current();

  assert.equal(current.reading, null);
  assert.equal(current.selected, -1);
  assert.equal(current.digit, null);
});

test('an answer shows the preferred digit', () => {
  const current = showing(THREE, 2);

  assert.equal(current.reading, THREE);
  assert.equal(current.selected, 2);
  assert.equal(current.digit, THREE.digits[2]);
});

test('a preference for a digit that is not there is one for the nearest', () => {
  assert.equal(showing(THREE, 9).selected, 2);
  assert.equal(showing(THREE, -1).selected, 0);
});

test('an answer without digits shows none', () => {
  const current = showing(NONE, 0);

  assert.equal(current.selected, -1);
  assert.equal(current.digit, null);
});

test('who chose a digit goes on looking at it', () => {
  const current = showing(THREE, 2);
  current.select(1);
  current.show(THREE, 2);

  assert.equal(current.selected, 1);
});

test('a chosen digit that is gone gives way to the last one', () => {
  const current = showing(THREE, 0);
  current.select(2);
  current.show(TWO, 0);

  assert.equal(current.selected, 1);
});

test('a choice that is forgotten gives way to the preferred digit', () => {
  const current = showing(THREE, 2);
  current.select(0);
  current.forgetChoice();
  assert.equal(current.selected, 0);
  current.show(THREE, 1);

  assert.equal(current.selected, 1);
});

test('only a digit that is there can be chosen', () => {
  const current = showing(THREE, 1);
  const events = eventsOf(current, 'change');
  current.select(3);
  current.select(-1);
  new Current().select(0);

  assert.equal(current.selected, 1);
  assert.deepEqual(events, []);
});

test('clear takes the answer and the choice away', () => {
  const current = showing(THREE, 0);
  current.select(0);
  current.clear();
  assert.equal(current.reading, null);
  assert.equal(current.selected, -1);
  current.show(THREE, 2);

  assert.equal(current.selected, 2);
});

test('every change is told', () => {
  const current = new Current();
  const events = eventsOf(current, 'change');
  current.show(THREE, 0);
  current.select(1);
  current.clear();

  assert.equal(events.length, 3);
});

test('what an answer is about goes with it', () => {
  const drawn = { strokes: [LINE], pen: 10 };
  const current = new Current();
  current.show(TWO, 0, drawn);
  assert.equal(current.drawn, drawn);
  current.show(THREE, 0);
  assert.equal(current.drawn, null);
  current.show(TWO, 0, drawn);
  current.clear();

  assert.equal(current.drawn, null);
});
