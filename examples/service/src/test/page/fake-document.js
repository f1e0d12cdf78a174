// As much of a document as modules need that put a few elements into it.

class FakeElement extends EventTarget {
  children = [];
  attributes = new Map();
  dataset = {};
  style = {};
  hidden = false;
  textContent = '';
  classes = new Set();
  classList = {
    toggle: (name, on) => (on ? this.classes.add(name) : this.classes.delete(name)),
  };

  append(...children) {
    this.children.push(...children);
  }

  replaceChildren(...children) {
    this.children = children;
  }

  setAttribute(name, value) {
    this.attributes.set(name, value);
  }

  removeAttribute(name) {
    this.attributes.delete(name);
  }

  click() {
    this.dispatchEvent(new Event('click'));
  }
}

/** Makes it the document of this process; an element is there as soon as it is asked for. */
export function fakeDocument() {
  const elements = new Map();
  globalThis.document = {
    createElement: () => new FakeElement(),
    createElementNS: () => new FakeElement(),
    getElementById(id) {
      if (!elements.has(id)) {
        elements.set(id, new FakeElement());
      }
      return elements.get(id);
    },
  };
  return globalThis.document;
}
