import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Drawing } from '#page/drawing.js';
import { keepDrawing, restoreDrawing } from '#page/kept-drawing.js';
import { Keep } from '#page/storage.js';
import { BROKEN_STROKES, FakeStorage, LINE, draw } from './fixtures.js';

const KEY = 'inkling.drawing';

test('a drawing that was kept is there again', () => {
  const keep = new Keep(() => new FakeStorage());
  const before = new Drawing(10);
  before.replace([LINE], 4);
  draw(before, [[5, 5], [50, 50]]);
  keepDrawing(before, keep);
  const after = new Drawing(10);
  restoreDrawing(after, keep);

  assert.deepEqual(after.strokes, before.strokes);
  assert.equal(after.pen, 4);
});

test('what was kept and cannot be drawn leaves the pad as it is', () => {
  const storage = new FakeStorage();
  for (const kept of [null, 1, {}, ...BROKEN_STROKES.map((strokes) => ({ strokes, pen: 10 })),
    { strokes: [LINE], pen: 'thick' }]) {
    storage.items.set(KEY, JSON.stringify(kept));
    const drawing = new Drawing(10);
    restoreDrawing(drawing, new Keep(() => storage));

    assert.ok(drawing.isEmpty, JSON.stringify(kept));
    assert.ok(!drawing.canUndo);
  }
});
