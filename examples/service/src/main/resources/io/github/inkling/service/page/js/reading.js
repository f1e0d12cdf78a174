// An answer of the API in the form that the page shows, and in words. Pure.

/**
 * @typedef {object} Digit as the API has it, with the index of its line
 * @property {number | null} label
 * @property {number} confidence
 * @property {string} [rejection]
 * @property {number} digitProbability
 * @property {number[]} probabilities
 * @property {{image: string, hog: object}} [seen]
 * @property {import('./geometry.js').Box} box
 * @property {number} line
 *
 * @typedef {object} Reading
 * @property {string} text
 * @property {number} width
 * @property {number} height
 * @property {Digit[]} digits in the order of reading
 * @property {{box: import('./geometry.js').Box}[]} lines
 * @property {{reason: string, box: import('./geometry.js').Box}[]} dropped
 */

/** @returns {Reading} of an answer to "read" */
export function fromPage(page) {
  return {
    text: page.text,
    width: page.width,
    height: page.height,
    rotation: page.rotation,
    digits: page.lines.flatMap((line, i) => line.digits.map((digit) => ({ ...digit, line: i }))),
    lines: page.lines.map(({ box }) => ({ box })),
    dropped: page.dropped ?? [],
  };
}

/** @returns {Reading} of an answer to "digit", about a picture or strokes in that box */
export function fromDigit(digit, box) {
  return {
    text: digit.label === null ? '?' : String(digit.label),
    width: box[2],
    height: box[3],
    rotation: 0,
    digits: [{ ...digit, box, line: 0 }],
    lines: [{ box }],
    dropped: [],
  };
}

/**
 * Whether its boxes can be shown: what a browser kept may be broken, or another's.
 * @param {any} kept
 */
export function isReading(kept) {
  return Number.isFinite(kept?.width) && Number.isFinite(kept.height)
    && [kept.digits, kept.lines, kept.dropped].every(isBoxed);
}

function isBoxed(parts) {
  return Array.isArray(parts) && parts.every((part) => Array.isArray(part?.box)
    && part.box.length === 4 && part.box.every((number) => Number.isFinite(number)));
}

/** The same steps as on pictures that the command line draws, as a class of the style sheet. */
export function certainty(digit) {
  if (digit.label === null) {
    return 'rejected';
  }
  const steps = [['sure', 0.99], ['likely', 0.9], ['doubtful', 0.6]];
  return steps.find(([, least]) => digit.confidence >= least)?.[0] ?? 'guessed';
}

/** What stands for the digit where there is room for one letter. */
export function sign(digit) {
  return digit.label === null ? '?' : String(digit.label);
}

/** Never says 100 % of what is less, nor 0 % of what is more. */
export function percent(share) {
  if (share >= 0.9995 && share < 1) {
    return '> 99.9\u00a0%';
  }
  if (share > 0 && share < 0.0005) {
    return '< 0.1\u00a0%';
  }
  const text = (share * 100).toFixed(1);
  return `${text.replace(/^100\.0$|^0\.0$/, (whole) => whole.slice(0, -2))}\u00a0%`;
}

const REJECTIONS = {
  BLANK: ['Blank', 'there is no ink to read.'],
  TOO_NOISY: ['Too noisy', 'no stroke can be told from the noise.'],
  UNLIKE_ANY_DIGIT: ['Unlike any digit', 'it is probably none of the ten.'],
  AMBIGUOUS: ['Ambiguous', 'several digits are too likely to name one.'],
};

/** @returns {[string, string]} the verdict on one digit: what counts, and the rest */
export function verdict(digit) {
  if (digit.label === null) {
    const [name, why] = REJECTIONS[digit.rejection] ?? ['Rejected', 'no digit can be named.'];
    return [name, `: ${why}`];
  }
  const words = { sure: 'sure', likely: 'sure', doubtful: 'sure, so doubtful', guessed: 'sure, a guess' };
  return [`${digit.label}`, `, ${percent(digit.confidence)} ${words[certainty(digit)]}`];
}

/** One line for those who listen. */
export function spoken(reading, selected) {
  const { digits } = reading;
  if (digits.length === 0) {
    return 'No digits found.';
  }
  const about = sentence(digits[selected] ?? digits[0]);
  if (digits.length === 1) {
    return digits[0].label === null ? `Not read. ${about}` : `Read ${about}`;
  }
  const signs = digits.map(sign).join(' ').replaceAll('?', 'unclear');
  return `Read ${digits.length} digits: ${signs}. Looking at ${about}`;
}

/** Why a digit was rejected is a sentence already. */
function sentence(digit) {
  const words = verdict(digit).join('');
  return digit.label === null ? words : `${words}.`;
}
