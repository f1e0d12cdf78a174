import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Keep } from '#page/storage.js';
import { FakeStorage } from './fixtures.js';

function keepIn(storage) {
  return new Keep(() => storage);
}

const forbidden = new Keep(() => {
  throw new DOMException('forbidden', 'SecurityError');
});
const absent = keepIn(undefined);

test('what is put is found again', () => {
  const storage = new FakeStorage();

  assert.ok(keepIn(storage).put('a', { b: [1, null] }));
  assert.deepEqual(keepIn(storage).get('a'), { b: [1, null] });
});

test('what was never put is the default', () => {
  const keep = keepIn(new FakeStorage());

  assert.equal(keep.get('a', 5), 5);
  assert.equal(keep.get('a'), null);
});

test('what was dropped is gone', () => {
  const keep = keepIn(new FakeStorage());
  keep.put('a', 1);
  keep.drop('a');

  assert.equal(keep.get('a'), null);
});

test('what makes no sense is the default', () => {
  const storage = new FakeStorage();
  storage.items.set('a', '{');

  assert.equal(keepIn(storage).get('a', 'x'), 'x');
});

test('what finds no room is said not to be kept', () => {
  assert.equal(keepIn(new FakeStorage(3)).put('a', 'long'), false);
});

for (const [name, keep] of [['forbidden', forbidden], ['absent', absent]]) {
  test(`a storage that is ${name} keeps nothing, and is no error`, () => {
    assert.equal(keep.put('a', 1), false);
    keep.drop('a');
    assert.equal(keep.get('a', 5), 5);
  });
}

test('a storage that fails later is no error', () => {
  const failing = {
    getItem() {
      throw new Error('gone');
    },
    removeItem() {
      throw new Error('gone');
    },
  };
  const keep = keepIn(failing);
  keep.drop('a');

  assert.equal(keep.put('a', 1), false);
  assert.equal(keep.get('a', 5), 5);
});
