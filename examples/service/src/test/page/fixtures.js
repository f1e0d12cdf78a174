// What several tests of the page's modules need.

/** A stroke from left to right. */
export const LINE = [[0, 0], [100, 0]];

/** What may stand in a storage in the place of strokes. */
export const BROKEN_STROKES = [[], [null], [[]], [LINE, []], [[null]], [[[]]], [[[1]]],
  [[[1, null]]], [[['1', 2]]], [[[1, 2, 3, 4]]], 'none', { length: 1 }];

/** Two digits side by side with a gap of 20 between them. */
export const TWO_DIGITS = [{ box: [0, 0, 40, 100] }, { box: [60, 0, 40, 100] }];

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
export function randomOf(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A place on a pad of 100 by 100. */
export function randomPoint(random) {
  return [random() * 100, random() * 100];
}

export function randomStroke(random, length) {
  return Array.from({ length }, () => randomPoint(random));
}

/** Draws a whole stroke as a pointer does. */
export function draw(drawing, stroke) {
  drawing.startStroke(stroke[0]);
  drawing.extendStroke(stroke.slice(1));
  drawing.endStroke();
}

/** The names of the events that a target sends from now on, in their order. */
export function eventsOf(target, ...types) {
  const events = [];
  for (const type of types) {
    target.addEventListener(type, () => events.push(type));
  }
  return events;
}

/** All promises that can be settled by now are. */
export function settled() {
  return new Promise((resolve) => setImmediate(resolve));
}

/** A promise and the function that keeps it. */
export function promised() {
  let keep;
  const promise = new Promise((resolve) => {
    keep = resolve;
  });
  return { promise, keep };
}

/** A browser's storage that takes values up to some length. */
export class FakeStorage {
  items = new Map();
  #room;

  constructor(room = Infinity) {
    this.#room = room;
  }

  getItem(key) {
    return this.items.get(key) ?? null;
  }

  setItem(key, value) {
    if (value.length > this.#room) {
      throw new DOMException('full', 'QuotaExceededError');
    }
    this.items.set(key, value);
  }

  removeItem(key) {
    this.items.delete(key);
  }
}

/** An answer with JSON. */
export function answer(body, { status = 200, ...options } = {}) {
  return new Response(JSON.stringify(body), { status, ...options });
}
