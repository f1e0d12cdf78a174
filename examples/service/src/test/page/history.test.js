import assert from 'node:assert/strict';
import { test } from 'node:test';

import { History } from '#page/history.js';
import { Shelf } from '#page/shelf.js';
import { Keep } from '#page/storage.js';
import { BROKEN_STROKES, FakeStorage, LINE } from './fixtures.js';
import { fakeDocument } from './fake-document.js';

const GOOD = { id: 1, time: 1, text: '1', strokes: [LINE], pen: 10 };

function shownOf(shelf) {
  const page = fakeDocument();
  new History(shelf, () => {});
  return page.getElementById('history').children.length;
}

test('an entry that was kept is shown whatever else is there', () => {
  const storage = new FakeStorage();
  const broken = BROKEN_STROKES.map((strokes, id) => ({ ...GOOD, id, strokes }));
  storage.items.set('inkling.history', JSON.stringify([...broken, GOOD]));

  assert.equal(shownOf(new Shelf(new Keep(() => storage))), 1);
});

test('an entry that cannot be shown is left out', () => {
  const broken = { ...GOOD, strokes: [null] };

  assert.equal(shownOf({ entries: [broken, GOOD] }), 1);
});
