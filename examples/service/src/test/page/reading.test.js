import assert from 'node:assert/strict';
import { test } from 'node:test';

import {
  certainty, fromDigit, fromPage, percent, sign, spoken, verdict,
} from '#page/reading.js';

const SEVEN = { label: 7, confidence: 0.995 };
const ZERO = { label: 0, confidence: 0.5 };
const UNCLEAR = { label: null, confidence: 0, rejection: 'AMBIGUOUS' };

const PAGE = {
  text: '0?\n7',
  width: 90,
  height: 80,
  rotation: 90,
  lines: [
    { text: '0?', box: [0, 0, 40, 20], digits: [ZERO, UNCLEAR] },
    { text: '7', box: [0, 40, 20, 20], digits: [SEVEN] },
  ],
  dropped: [{ reason: 'a rule', box: [0, 30, 90, 2] }],
};

/** With spaces that break, for the eye. */
function plain(text) {
  return text.replaceAll('\u00a0', ' ');
}

test('the digits of a page know their line', () => {
  assert.deepEqual(fromPage(PAGE), {
    text: '0?\n7',
    width: 90,
    height: 80,
    rotation: 90,
    digits: [{ ...ZERO, line: 0 }, { ...UNCLEAR, line: 0 }, { ...SEVEN, line: 1 }],
    lines: [{ box: [0, 0, 40, 20] }, { box: [0, 40, 20, 20] }],
    dropped: PAGE.dropped,
  });
});

test('a page that dropped nothing may leave that out', () => {
  assert.deepEqual(fromPage({ ...PAGE, dropped: undefined }).dropped, []);
});

test('one digit is a page with one line', () => {
  assert.deepEqual(fromDigit(SEVEN, [5, 6, 30, 40]), {
    text: '7',
    width: 30,
    height: 40,
    rotation: 0,
    digits: [{ ...SEVEN, box: [5, 6, 30, 40], line: 0 }],
    lines: [{ box: [5, 6, 30, 40] }],
    dropped: [],
  });
});

test('one digit that is none has a question mark for a text', () => {
  assert.equal(fromDigit(UNCLEAR, [0, 0, 1, 1]).text, '?');
});

test('the zero is a digit like any other', () => {
  assert.equal(fromDigit(ZERO, [0, 0, 1, 1]).text, '0');
  assert.equal(sign(ZERO), '0');
  assert.equal(certainty(ZERO), 'guessed');
  assert.equal(verdict(ZERO)[0], '0');
});

test('what stands for a rejected digit is a question mark', () => {
  assert.equal(sign(UNCLEAR), '?');
});

for (const [confidence, step] of [
  [1, 'sure'], [0.99, 'sure'], [0.989, 'likely'], [0.9, 'likely'],
  [0.899, 'doubtful'], [0.6, 'doubtful'], [0.599, 'guessed'], [0, 'guessed'],
]) {
  test(`a confidence of ${confidence} is ${step}`, () => {
    assert.equal(certainty({ label: 3, confidence }), step);
  });
}

test('a rejection has no confidence', () => {
  assert.equal(certainty({ label: null, confidence: 1 }), 'rejected');
});

for (const [share, text] of [
  [0, '0 %'], [0.00001, '< 0.1 %'], [0.0005, '0.1 %'], [0.1, '10.0 %'], [0.12345, '12.3 %'],
  [0.9994, '99.9 %'], [0.9996, '> 99.9 %'], [0.99999, '> 99.9 %'], [1, '100 %'],
]) {
  test(`a share of ${share} is ${text}`, () => {
    assert.equal(plain(percent(share)), text);
  });
}

test('only all is 100 %, and only nothing is 0 %', () => {
  for (let i = 1; i < 10_000; i++) {
    assert.doesNotMatch(plain(percent(i / 10_000)), /^(0|0\.0|100|100\.0) %$/, `${i / 10_000}`);
  }
});

test('the number and its sign stay on one line', () => {
  assert.equal(percent(0.5), '50.0\u00a0%');
});

for (const [confidence, words] of [
  [0.995, '99.5 % sure'], [0.95, '95.0 % sure'], [0.7, '70.0 % sure, so doubtful'],
  [0.4, '40.0 % sure, a guess'],
]) {
  test(`the verdict on a digit says ${words}`, () => {
    const [label, rest] = verdict({ label: 3, confidence });

    assert.equal(label, '3');
    assert.equal(plain(rest), `, ${words}`);
  });
}

test('the verdict on a rejection says why, for every reason and for new ones', () => {
  const verdicts = ['BLANK', 'TOO_NOISY', 'UNLIKE_ANY_DIGIT', 'AMBIGUOUS', 'NEW', undefined]
    .map((rejection) => verdict({ label: null, rejection }).join(''));

  assert.deepEqual(verdicts, [
    'Blank: there is no ink to read.',
    'Too noisy: no stroke can be told from the noise.',
    'Unlike any digit: it is probably none of the ten.',
    'Ambiguous: several digits are too likely to name one.',
    'Rejected: no digit can be named.',
    'Rejected: no digit can be named.',
  ]);
});

test('one digit is said in a sentence', () => {
  assert.equal(plain(spoken({ digits: [SEVEN] }, 0)), 'Read 7, 99.5 % sure.');
});

test('one rejection is said with its reason', () => {
  assert.equal(spoken({ digits: [UNCLEAR] }, 0),
    'Not read. Ambiguous: several digits are too likely to name one.');
});

test('several digits are said, and which one is looked at', () => {
  assert.equal(plain(spoken(fromPage(PAGE), 2)),
    'Read 3 digits: 0 unclear 7. Looking at 7, 99.5 % sure.');
});

test('a rejection among several digits ends its sentence once', () => {
  assert.equal(spoken(fromPage(PAGE), 1), 'Read 3 digits: 0 unclear 7. '
    + 'Looking at Ambiguous: several digits are too likely to name one.');
});

test('where no digit is looked at, the first one is', () => {
  assert.equal(plain(spoken({ digits: [SEVEN, ZERO] }, -1)),
    'Read 2 digits: 7 0. Looking at 7, 99.5 % sure.');
});

test('no digits are said, too', () => {
  assert.equal(spoken({ digits: [] }, -1), 'No digits found.');
});
