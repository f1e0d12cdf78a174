import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Drawing, EDIT, GROWTH } from '#page/drawing.js';
import { LINE, draw, randomOf, randomPoint, randomStroke } from './fixtures.js';

const PEN = 10;
const BELOW = [[0, 50], [100, 50]];

function drawingOf(...strokes) {
  const drawing = new Drawing(PEN);
  strokes.forEach((stroke) => draw(drawing, stroke));
  return drawing;
}

/** The kinds of the changes that are told from now on. */
function kindsOf(drawing) {
  const kinds = [];
  drawing.addEventListener('change', (event) => kinds.push(event.kind));
  return kinds;
}

function erase(drawing, from, to = from, radius = 5) {
  drawing.startErasing();
  drawing.eraseAlong(from, to, radius);
  drawing.endErasing();
}

test('a new drawing is empty, and has nothing to undo or redo', () => {
  const drawing = new Drawing(PEN);

  assert.ok(drawing.isEmpty);
  assert.ok(!drawing.isGrowing);
  assert.ok(!drawing.canUndo);
  assert.ok(!drawing.canRedo);
  assert.equal(drawing.pen, PEN);
});

test('a stroke is there while it grows', () => {
  const drawing = new Drawing(PEN);
  drawing.startStroke([0, 0]);
  drawing.extendStroke([[5, 5]]);

  assert.ok(drawing.isGrowing);
  assert.ok(!drawing.isEmpty);
  assert.ok(!drawing.canUndo);
  assert.deepEqual(drawing.strokes, [[[0, 0], [5, 5]]]);
});

test('points that say nothing new are left out', () => {
  const drawing = new Drawing(PEN);
  drawing.startStroke([0, 0]);
  drawing.extendStroke([[0.4, 0], [0.7, 0], [5, 0], [5, 0]]);

  assert.deepEqual(drawing.strokes, [[[0, 0], [5, 0]]]);
});

test('growth is told as growth, and the end of a stroke as an edit', () => {
  const drawing = new Drawing(PEN);
  const kinds = kindsOf(drawing);
  draw(drawing, LINE);

  assert.deepEqual(kinds, [GROWTH, GROWTH, EDIT]);
});

test('points without a stroke, and the end of none, change nothing', () => {
  const drawing = drawingOf(LINE);
  const kinds = kindsOf(drawing);
  drawing.extendStroke([[1, 1]]);
  drawing.endStroke();
  drawing.cancelStroke();

  assert.deepEqual(drawing.strokes, [LINE]);
  assert.deepEqual(kinds, []);
});

test('a new stroke ends the one before', () => {
  const drawing = new Drawing(PEN);
  drawing.startStroke([0, 0]);
  drawing.startStroke([9, 9]);

  assert.deepEqual(drawing.strokes, [[[0, 0]], [[9, 9]]]);
  assert.ok(drawing.canUndo);
});

test('a stroke that is cancelled was never there', () => {
  const drawing = drawingOf(LINE);
  const kinds = kindsOf(drawing);
  drawing.startStroke([1, 1]);
  drawing.cancelStroke();
  drawing.undo();

  assert.ok(drawing.isEmpty);
  assert.deepEqual(kinds, [GROWTH, EDIT, EDIT]);
});

test('undo goes back stroke by stroke, redo forth', () => {
  const drawing = drawingOf(LINE, BELOW);
  drawing.undo();
  assert.deepEqual(drawing.strokes, [LINE]);
  drawing.undo();
  assert.ok(drawing.isEmpty);
  assert.ok(!drawing.canUndo);
  drawing.redo();
  drawing.redo();
  assert.deepEqual(drawing.strokes, [LINE, BELOW]);
  assert.ok(!drawing.canRedo);
});

test('undo and redo at the end of the way change nothing', () => {
  const drawing = new Drawing(PEN);
  const kinds = kindsOf(drawing);
  drawing.undo();
  drawing.redo();

  assert.ok(drawing.isEmpty);
  assert.deepEqual(kinds, []);
});

test('who draws on after an undo cannot redo', () => {
  const drawing = drawingOf(LINE);
  drawing.undo();
  draw(drawing, BELOW);

  assert.ok(!drawing.canRedo);
});

test('undo while a stroke grows undoes this stroke', () => {
  const drawing = drawingOf(LINE);
  drawing.startStroke([1, 1]);
  drawing.extendStroke([[9, 9]]);
  drawing.undo();

  assert.deepEqual(drawing.strokes, [LINE]);
  assert.ok(!drawing.isGrowing);
});

test('clear can be undone', () => {
  const drawing = drawingOf(LINE, BELOW);
  drawing.clear();
  assert.ok(drawing.isEmpty);
  drawing.undo();

  assert.deepEqual(drawing.strokes, [LINE, BELOW]);
});

test('clear takes the stroke that grows with it', () => {
  const drawing = new Drawing(PEN);
  drawing.startStroke([1, 1]);
  drawing.clear();

  assert.ok(drawing.isEmpty);
  assert.ok(!drawing.canUndo);
});

test('other strokes bring their pen, and clear takes it away', () => {
  const drawing = new Drawing(PEN);
  drawing.replace([LINE], 4);
  assert.equal(drawing.pen, 4);
  drawing.clear();
  assert.equal(drawing.pen, PEN);
  drawing.undo();
  assert.equal(drawing.pen, 4);
});

test('other strokes without a pen have the usual one', () => {
  const drawing = new Drawing(PEN);
  drawing.replace([LINE], 4);
  drawing.replace([BELOW]);

  assert.equal(drawing.pen, PEN);
});

test('other strokes take the place of the one that grows', () => {
  const drawing = new Drawing(PEN);
  drawing.startStroke([1, 1]);
  drawing.replace([LINE]);

  assert.deepEqual(drawing.strokes, [LINE]);
  assert.ok(!drawing.isGrowing);
});

test('an erasure of several cuts is undone as one', () => {
  const drawing = drawingOf(LINE);
  drawing.startErasing();
  drawing.eraseAlong([30, -20], [30, 20], 5);
  drawing.eraseAlong([70, -20], [70, 20], 5);
  drawing.endErasing();
  assert.equal(drawing.strokes.length, 3);
  drawing.undo();

  assert.deepEqual(drawing.strokes, [LINE]);
});

test('an erasure is told as growth until it ends', () => {
  const drawing = drawingOf(LINE);
  const kinds = kindsOf(drawing);
  erase(drawing, [50, 0]);

  assert.deepEqual(kinds, [GROWTH, EDIT]);
});

test('the eraser leaves no gaps on its way, however far it goes at once', () => {
  const drawing = new Drawing(PEN);
  for (let x = 5; x < 100; x += 5) {
    draw(drawing, [[x, -1], [x, 1]]);
  }
  erase(drawing, [0, 0], [100, 0]);

  assert.ok(drawing.isEmpty);
});

test('an erasure that hit nothing is no step, and redo stays possible', () => {
  const drawing = drawingOf(LINE, BELOW);
  drawing.undo();
  erase(drawing, [50, 90]);

  assert.ok(drawing.canRedo);
  drawing.undo();
  assert.ok(drawing.isEmpty);
});

test('an erasure where all is erased already is no step', () => {
  const drawing = drawingOf([[0, 0], [93, 71]]);
  erase(drawing, [41, 33]);
  const { strokes } = drawing;
  erase(drawing, [41, 33]);

  assert.equal(drawing.strokes, strokes);
});

test('erasing ends the stroke that grows', () => {
  const drawing = new Drawing(PEN);
  drawing.startStroke([0, 0]);
  drawing.extendStroke([[100, 0]]);
  erase(drawing, [50, 0]);
  assert.equal(drawing.strokes.length, 2);
  drawing.undo();

  assert.deepEqual(drawing.strokes, [LINE]);
});

test('the end of an erasure that never began changes nothing', () => {
  const drawing = drawingOf(LINE);
  const kinds = kindsOf(drawing);
  drawing.endErasing();

  assert.deepEqual(kinds, []);
});

test('undo while something is erased undoes this erasure', () => {
  const drawing = drawingOf(LINE);
  drawing.startErasing();
  drawing.eraseAlong([50, 0], [50, 0], 5);
  drawing.undo();
  assert.deepEqual(drawing.strokes, [LINE]);
  drawing.endErasing();

  assert.deepEqual(drawing.strokes, [LINE]);
  drawing.redo();
  assert.equal(drawing.strokes.length, 2);
});

test('an eraser that is still down after an undo erases nothing more', () => {
  const drawing = drawingOf(LINE);
  drawing.startErasing();
  drawing.eraseAlong([50, 0], [50, 0], 5);
  drawing.undo();
  drawing.eraseAlong([50, 0], [70, 0], 5);

  assert.deepEqual(drawing.strokes, [LINE]);
});

test('clear while something is erased is a step of its own', () => {
  const drawing = drawingOf(LINE);
  drawing.startErasing();
  drawing.eraseAlong([50, 0], [50, 0], 5);
  drawing.clear();
  drawing.endErasing();
  drawing.undo();
  assert.equal(drawing.strokes.length, 2);
  drawing.undo();

  assert.deepEqual(drawing.strokes, [LINE]);
});

test('other strokes while something is erased are a step of their own', () => {
  const drawing = drawingOf(LINE);
  drawing.startErasing();
  drawing.eraseAlong([50, 0], [50, 0], 5);
  drawing.replace([BELOW]);
  drawing.endErasing();
  assert.deepEqual(drawing.strokes, [BELOW]);
  drawing.undo();
  drawing.undo();

  assert.deepEqual(drawing.strokes, [LINE]);
});

test('undo and redo come by the same states, whatever was done', () => {
  const random = randomOf(5);
  const drawing = new Drawing(PEN);
  const states = [snapshot(drawing)];
  for (let i = 0; i < 200; i++) {
    anything(drawing, random);
    if (snapshot(drawing) !== states.at(-1)) {
      states.push(snapshot(drawing));
    }
  }
  assert.ok(states.length > 100);

  assert.deepEqual(walked(drawing, () => drawing.canUndo && drawing.undo()), states.toReversed());
  assert.deepEqual(walked(drawing, () => drawing.canRedo && drawing.redo()), states);
});

/** One finished change. */
function anything(drawing, random) {
  const choice = random();
  if (choice < 0.55) {
    draw(drawing, randomStroke(random, 6));
  } else if (choice < 0.9) {
    erase(drawing, randomPoint(random), randomPoint(random), 3);
  } else if (choice < 0.95) {
    drawing.replace([randomStroke(random, 4)], 1 + random());
  } else {
    drawing.clear();
  }
}

function walked(drawing, step) {
  const states = [snapshot(drawing)];
  for (let last; last !== states.length;) {
    last = states.length;
    step();
    if (snapshot(drawing) !== states.at(-1)) {
      states.push(snapshot(drawing));
    }
  }
  return states;
}

function snapshot({ strokes, pen }) {
  return JSON.stringify({ strokes, pen });
}
