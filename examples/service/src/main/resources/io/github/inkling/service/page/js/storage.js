// What the browser keeps for us, where it may. Pure: the storage can be another one.

/** A storage that may be forbidden, absent, full or filled by others; none of it is an error here. */
export class Keep {
  #storage;

  /** @param {() => Storage} open throws where storage is forbidden */
  constructor(open) {
    try {
      this.#storage = open();
    } catch {
      this.#storage = null;
    }
  }

  /** @returns {any} what was put there, or the default where there is nothing or no sense in it */
  get(key, otherwise = null) {
    try {
      const text = this.#storage?.getItem(key);
      return text ? JSON.parse(text) : otherwise;
    } catch {
      return otherwise;
    }
  }

  /** @returns {boolean} whether it is kept */
  put(key, value) {
    try {
      this.#storage.setItem(key, JSON.stringify(value));
      return true;
    } catch {
      return false;
    }
  }

  drop(key) {
    try {
      this.#storage?.removeItem(key);
    } catch {
      // What cannot be touched is not ours.
    }
  }
}

/** Until the browser's data are deleted. */
export const lasting = new Keep(() => globalThis.localStorage);
/** Until the tab is closed. */
export const passing = new Keep(() => globalThis.sessionStorage);
