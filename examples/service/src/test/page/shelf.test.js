import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Shelf } from '#page/shelf.js';
import { Keep } from '#page/storage.js';
import { BROKEN_STROKES, FakeStorage, LINE } from './fixtures.js';

const KEY = 'inkling.history';
const MOST = 20;
const READING = { width: 40, height: 30, digits: [{ box: [1, 2, 3, 4] }], lines: [], dropped: [] };
const IMAGE = 'x'.repeat(600);

function shelfIn(storage) {
  return new Shelf(new Keep(() => storage));
}

function keptIn(storage) {
  return JSON.parse(storage.items.get(KEY));
}

function drawn(id) {
  return { id, time: id, text: `${id}`, strokes: [LINE], pen: 10 };
}

function photographed(id, image = IMAGE) {
  return { id, time: id, text: `${id}`, image, reading: READING };
}

function idsOf(entries) {
  return entries.map(({ id }) => id);
}

test('the newest entry is the first', () => {
  const shelf = shelfIn(new FakeStorage());
  [1, 2, 3].forEach((id) => shelf.put(drawn(id)));

  assert.deepEqual(idsOf(shelf.entries), [3, 2, 1]);
});

test('an entry with the same id takes the place of the old one, as the newest', () => {
  const shelf = shelfIn(new FakeStorage());
  [1, 2, 3].forEach((id) => shelf.put(drawn(id)));
  shelf.put({ ...drawn(1), text: 'again' });

  assert.deepEqual(shelf.entries.map(({ text }) => text), ['again', '3', '2']);
});

test('the oldest entries leave a full shelf', () => {
  const shelf = shelfIn(new FakeStorage());
  for (let id = 1; id <= MOST + 5; id++) {
    shelf.put(drawn(id));
  }

  assert.equal(shelf.entries.length, MOST);
  assert.equal(shelf.entries.at(-1).id, 6);
});

test('the next visit finds the same entries', () => {
  const storage = new FakeStorage();
  const shelf = shelfIn(storage);
  shelf.put(drawn(1));
  shelf.put(photographed(2));

  assert.deepEqual(shelfIn(storage).entries, shelf.entries);
});

test('a removed entry is gone, here and at the next visit', () => {
  const storage = new FakeStorage();
  const shelf = shelfIn(storage);
  [1, 2, 3].forEach((id) => shelf.put(drawn(id)));
  shelf.remove(2);

  assert.deepEqual(idsOf(shelf.entries), [3, 1]);
  assert.deepEqual(idsOf(shelfIn(storage).entries), [3, 1]);
});

test('nothing is left of a cleared shelf', () => {
  const storage = new FakeStorage();
  const shelf = shelfIn(storage);
  shelf.put(drawn(1));
  shelf.clear();

  assert.deepEqual(shelf.entries, []);
  assert.equal(storage.items.size, 0);
});

test('a shelf that nothing can be kept on works until the page is left', () => {
  const shelf = shelfIn(undefined);
  [1, 2].forEach((id) => shelf.put(drawn(id)));
  shelf.remove(1);

  assert.deepEqual(idsOf(shelf.entries), [2]);
});

test('entries that make no sense are skipped', () => {
  const good = drawn(1);
  const storage = new FakeStorage();
  storage.items.set(KEY, JSON.stringify([
    1, null, 'text', {}, { ...good, id: '1' }, { ...good, text: 7 }, { ...good, strokes: 'none' },
    { ...good, strokes: undefined }, { ...good, strokes: undefined, reading: {} }, good,
  ]));

  assert.deepEqual(shelfIn(storage).entries, [good]);
});

test('an entry without a time that can be shown is skipped', () => {
  const storage = new FakeStorage();
  for (const time of [undefined, null, 'noon', 1e300]) {
    storage.items.set(KEY, JSON.stringify([{ ...drawn(1), time }]));
    assert.deepEqual(shelfIn(storage).entries, [], `${time}`);
  }
});

test('an entry whose strokes cannot be drawn is skipped', () => {
  const storage = new FakeStorage();
  for (const strokes of BROKEN_STROKES) {
    storage.items.set(KEY, JSON.stringify([{ ...drawn(1), strokes }, drawn(2)]));
    assert.deepEqual(shelfIn(storage).entries, [drawn(2)], JSON.stringify(strokes));
  }
});

test('an entry whose boxes cannot be shown is skipped', () => {
  const storage = new FakeStorage();
  for (const broken of [{ digits: [null] }, { digits: [{}] }, { digits: [{ box: [1, 2, 3] }] },
    { lines: [null] }, { dropped: undefined }, { width: '40' }]) {
    const entry = { ...photographed(1), reading: { ...READING, ...broken } };
    storage.items.set(KEY, JSON.stringify([entry, photographed(2)]));
    assert.deepEqual(shelfIn(storage).entries, [photographed(2)], JSON.stringify(broken));
  }
});

test('what is no list of entries is an empty shelf', () => {
  const storage = new FakeStorage();
  for (const text of ['{"id": 1}', 'null', '"text"', '{']) {
    storage.items.set(KEY, text);
    assert.deepEqual(shelfIn(storage).entries, [], text);
  }
});

test('where there is no room, the oldest pictures go first', () => {
  const storage = new FakeStorage(1500);
  const shelf = shelfIn(storage);
  [1, 2, 3, 4, 5].forEach((id) => shelf.put(photographed(id)));

  const kept = keptIn(storage);
  assert.deepEqual(idsOf(kept), [5, 4, 3, 2, 1]);
  assert.deepEqual(kept.map(({ image }) => image !== null), [true, false, false, false, false]);
  assert.ok(shelf.entries.every(({ image }) => image === IMAGE), 'they are there until then');
});

test('where there is still no room, the oldest entries go', () => {
  const storage = new FakeStorage(200);
  const shelf = shelfIn(storage);
  [1, 2, 3, 4, 5].forEach((id) => shelf.put(drawn(id)));

  const ids = idsOf(keptIn(storage));
  assert.ok(ids.length > 0 && ids.length < 5, `${ids}`);
  assert.deepEqual(ids, [5, 4, 3, 2, 1].slice(0, ids.length));
  assert.equal(shelf.entries.length, 5);
});

test('a picture that is too large by itself costs no entry', () => {
  const storage = new FakeStorage(1500);
  const shelf = shelfIn(storage);
  [1, 2, 3].forEach((id) => shelf.put(drawn(id)));
  shelf.put(photographed(4, 'x'.repeat(2000)));

  assert.deepEqual(idsOf(keptIn(storage)), [4, 3, 2, 1]);
});
