import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';

import { Current } from '#page/current.js';
import { Photo } from '#page/photo.js';
import { eventsOf, promised, settled } from './fixtures.js';
import { fakeDocument } from './fake-document.js';

const LIMITS = { bodyBytes: 1000 };

let page, current, photo, read, pictures;

/** A photograph of one digit; Node, as some browsers do, cannot show it. */
function pageOf(label) {
  const box = [1, 1, 20, 30];
  return { text: `${label}`, width: 40, height: 30, lines: [{ box, digits: [{ label, box }] }] };
}

function fileOf(name) {
  return new File([name], name, { type: 'image/heic' });
}

/** A file whose first bytes are looked at for as long as we want. */
function slowFile(name) {
  const { promise, keep } = promised();
  const file = fileOf(name);
  file.slice = () => ({ arrayBuffer: () => promise });
  return { file, finish: () => keep(new ArrayBuffer(4)) };
}

function caption() {
  return page.getElementById('photo-caption').textContent;
}

beforeEach(() => {
  page = fakeDocument();
  page.getElementById('photo').hidden = true;
  current = new Current();
  const api = { read: async (blob) => pageOf(Number(blob.name)) };
  photo = new Photo(api, current, () => LIMITS, () => true);
  read = eventsOf(photo, 'read');
  pictures = [];
  photo.addEventListener('read', ({ picture }) => pictures.push(picture?.name));
});

test('an answer is shown and told with its picture', async () => {
  assert.ok(await photo.open(fileOf('3'), 2));

  assert.equal(current.digit.label, 3);
  assert.match(caption(), /^3, 40 × 30 pixels; .*; 2 more left out: one at a time\.$/);
  assert.deepEqual(pictures, ['3']);
});

test('an answer about a picture that is closed is not shown', async () => {
  const { file, finish } = slowFile('3');
  const opened = photo.open(file);
  await settled();
  photo.close();
  finish();

  await assert.rejects(opened, { name: 'AbortError' });
  assert.equal(current.reading, null);
  assert.equal(caption(), '');
  assert.deepEqual(read, []);
});

test('an answer about a picture that gave way to another is not shown', async () => {
  const { file, finish } = slowFile('3');
  const opened = photo.open(file);
  await settled();
  await photo.open(fileOf('4'));
  finish();

  await assert.rejects(opened, { name: 'AbortError' });
  assert.equal(current.digit.label, 4);
  assert.match(caption(), /^4, /);
  assert.deepEqual(pictures, ['4']);
});

test('an answer about a picture is not shown over one of the history', async () => {
  const { file, finish } = slowFile('3');
  const opened = photo.open(file);
  await settled();
  photo.restore(null, { digits: [{ label: 5 }], width: 4, height: 3 });
  finish();

  await assert.rejects(opened, { name: 'AbortError' });
  assert.equal(current.digit.label, 5);
  assert.match(caption(), /^From the history/);
});
