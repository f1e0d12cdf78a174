// Ten bars: how likely each digit is, given that it is one.

import { percent } from './reading.js';

export class Bars {
  #table;
  #rows;
  #isDigit;

  constructor(table, isDigit) {
    this.#table = table;
    this.#isDigit = isDigit;
    this.#rows = Array.from({ length: 10 }, (_, label) => row(label));
    table.tBodies[0].append(...this.#rows);
    this.show(null);
  }

  /** @param {import('./reading.js').Digit | null} digit */
  show(digit) {
    const shares = digit?.probabilities ?? Array(10).fill(null);
    const best = digit ? shares.indexOf(Math.max(...shares)) : -1;
    this.#rows.forEach((element, label) => {
      element.classList.toggle('best', label === best);
      element.style.setProperty('--share', shares[label] ?? 0);
      element.querySelector('.share').textContent = digit ? percent(shares[label]) : '–';
    });
    this.#table.classList.toggle('rejected', digit?.label === null);
    this.#isDigit.textContent = digit
      ? `Is it a digit at all? ${percent(digit.digitProbability)}` : '';
  }
}

function row(label) {
  const element = document.createElement('tr');
  const head = Object.assign(document.createElement('th'), { scope: 'row', textContent: label });
  const cell = document.createElement('td');
  const bar = Object.assign(document.createElement('span'), { className: 'bar' });
  const share = Object.assign(document.createElement('span'), { className: 'share' });
  cell.append(bar, share);
  element.append(head, cell);
  return element;
}
