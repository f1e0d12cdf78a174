// The last answers, as a list of thumbnails: choose one to have it back.

import { boxThumb, svg, thumb } from './thumb.js';

export class History {
  #list = document.getElementById('history');
  #empty = document.getElementById('history-empty');
  #clear = document.getElementById('history-clear');
  #shelf;
  #restore;

  /**
   * @param {import('./shelf.js').Shelf} shelf
   * @param {(entry: import('./shelf.js').Entry) => void} restore
   */
  constructor(shelf, restore) {
    this.#shelf = shelf;
    this.#restore = restore;
    this.#clear.addEventListener('click', () => {
      shelf.clear();
      this.#show();
      document.getElementById('pad').focus({ preventScroll: true });
    });
    this.#show();
  }

  /** @param {import('./shelf.js').Entry} entry */
  put(entry) {
    this.#shelf.put(entry);
    this.#show();
  }

  /** Whether these very strokes are there. */
  has(strokes) {
    const wanted = JSON.stringify(strokes);
    return this.#shelf.entries.some((entry) => JSON.stringify(entry.strokes) === wanted);
  }

  #show() {
    const { entries } = this.#shelf;
    this.#list.replaceChildren(...entries.flatMap((entry) => this.#itemIfAny(entry)));
    this.#empty.hidden = entries.length > 0;
    this.#clear.hidden = entries.length === 0;
  }

  /** The page is more than its history: an entry that cannot be shown is left out. */
  #itemIfAny(entry) {
    try {
      return [this.#item(entry)];
    } catch {
      return [];
    }
  }

  #item(entry) {
    const oneLine = entry.text.replaceAll('\n', ' ');
    const open = button('entry');
    open.append(pictureOf(entry), unseen('Bring back '), textOf(entry, oneLine));
    open.addEventListener('click', () => this.#restore(entry));
    const remove = button('entry-delete');
    remove.setAttribute('aria-label', `Delete ${oneLine} from the history`);
    const cross = svg('svg', { viewBox: '0 0 16 16', 'aria-hidden': 'true' });
    cross.append(svg('path', { d: 'm3.5 3.5 9 9M12.5 3.5l-9 9' }));
    remove.append(cross);
    remove.addEventListener('click', () => this.#remove(entry.id));
    const item = document.createElement('li');
    item.append(open, remove);
    return item;
  }

  /** The focus goes to the neighbour, as what had it is gone. */
  #remove(id) {
    const place = this.#shelf.entries.findIndex((entry) => entry.id === id);
    this.#shelf.remove(id);
    this.#show();
    const items = this.#list.querySelectorAll('.entry-delete');
    (items[place] ?? items[place - 1] ?? document.getElementById('pad'))
      .focus({ preventScroll: true });
  }
}

function button(className) {
  return Object.assign(document.createElement('button'), { type: 'button', className });
}

/** For those who listen. */
function unseen(textContent) {
  return Object.assign(document.createElement('span'), { className: 'unseen', textContent });
}

function pictureOf(entry) {
  const place = Object.assign(document.createElement('span'), { className: 'entry-picture' });
  if (entry.strokes) {
    place.append(thumb(entry.strokes, entry.pen));
  } else if (entry.image) {
    place.append(Object.assign(document.createElement('img'), { src: entry.image, alt: '' }));
  } else {
    place.append(boxThumb(entry.reading));
  }
  return place;
}

function textOf(entry, oneLine) {
  const text = Object.assign(document.createElement('span'),
    { className: 'entry-text', textContent: `${oneLine} ` });
  const time = Object.assign(document.createElement('time'),
    { dateTime: new Date(entry.time).toISOString(), textContent: whenWords(entry.time) });
  text.append(time);
  return text;
}

function whenWords(time) {
  const date = new Date(time);
  const today = date.toDateString() === new Date().toDateString();
  return today ? date.toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' })
    : date.toLocaleDateString([], { day: 'numeric', month: 'short' });
}
