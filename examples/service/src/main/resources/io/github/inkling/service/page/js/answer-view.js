// The digits that were read, large, and a sentence about the one that is looked at.

import { certainty, percent, sign, verdict } from './reading.js';

/**
 * Radio buttons: arrow keys choose, and screen readers know them.
 */
export class AnswerView {
  #root;
  #lines;
  #empty;
  #verdict;
  #current;
  #shown = '';

  /** @param {import('./current.js').Current} current */
  constructor(current) {
    this.#root = document.getElementById('answer');
    this.#lines = document.getElementById('answer-lines');
    this.#empty = document.getElementById('answer-empty');
    this.#verdict = document.getElementById('verdict');
    this.#current = current;
    this.#root.addEventListener('change', (event) => current.select(Number(event.target.value)));
    current.addEventListener('change', () => this.#show());
  }

  /** @param {string} text instead of digits, where there are none */
  sayEmpty(text) {
    this.#empty.textContent = text;
  }

  #show() {
    const { reading, selected, digit } = this.#current;
    const digits = reading?.digits ?? [];
    this.#root.hidden = digits.length === 0;
    this.#empty.hidden = digits.length > 0;
    this.#verdict.className = `verdict ${digit ? certainty(digit) : ''}`;
    this.#verdict.replaceChildren(...(digit ? sentence(digit) : []));
    this.#build(digits);
    const input = this.#lines.querySelectorAll('input')[selected];
    if (input) {
      input.checked = true;
    }
  }

  /** Only where they are others: a focus stays where it is while digits stay the same. */
  #build(digits) {
    const key = digits.map((digit) => sign(digit) + certainty(digit) + digit.line).join();
    const focused = this.#lines.contains(document.activeElement);
    if (key !== this.#shown) {
      this.#shown = key;
      this.#lines.replaceChildren(...linesOf(digits));
      this.#size(digits);
      if (focused) {
        this.#lines.querySelectorAll('input')[this.#current.selected]?.focus();
      }
    }
    digits.forEach((digit, i) => this.#name(digit, i, digits.length));
  }

  /** The style sheet makes them as large as a line has room for. */
  #size(digits) {
    const lengths = new Map();
    digits.forEach(({ line }) => lengths.set(line, (lengths.get(line) ?? 0) + 1));
    this.#root.style.setProperty('--lines', lengths.size);
    this.#root.style.setProperty('--longest', Math.max(1, ...lengths.values()));
  }

  #name(digit, i, count) {
    const about = digit.label === null ? 'not read' : `${percent(digit.confidence)} sure`;
    const name = `${digit.label ?? 'Unclear'}, ${about}${count > 1 ? `, ${i + 1} of ${count}` : ''}`;
    this.#lines.querySelectorAll('input')[i].setAttribute('aria-label', name);
  }
}

function linesOf(digits) {
  const lines = [];
  digits.forEach((digit, i) => {
    lines[digit.line] ??= Object.assign(document.createElement('div'), { className: 'digit-line' });
    lines[digit.line].append(choice(digit, i));
  });
  return lines.filter(Boolean);
}

function choice(digit, i) {
  const label = document.createElement('label');
  label.className = `digit ${certainty(digit)}`;
  const input = Object.assign(document.createElement('input'),
    { type: 'radio', name: 'digit', value: String(i) });
  const text = document.createElement('span');
  text.textContent = sign(digit);
  label.append(input, text);
  return label;
}

function sentence(digit) {
  const [name, rest] = verdict(digit);
  const strong = document.createElement('strong');
  strong.textContent = name;
  return [strong, rest];
}
