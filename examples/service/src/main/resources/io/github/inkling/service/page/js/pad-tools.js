// The buttons below the pad, the keys for them, and who draws on it.

import { Crosshair } from './crosshair.js';
import { Pen } from './pen.js';

/**
 * @param {{pad: import('./pad.js').Pad, drawing: import('./drawing.js').Drawing,
 *   say: (text: string) => void, choice: ConstructorParameters<typeof Pen>[2]}} parts
 */
export function setUpTools({ pad, drawing, say, choice }) {
  const [undo, redo, eraser, clear] = ['undo', 'redo', 'eraser', 'clear']
    .map((id) => document.getElementById(id));
  const pen = new Pen(pad, drawing, choice);
  const toggleEraser = () => {
    pen.isErasing = !pen.isErasing;
    eraser.setAttribute('aria-pressed', pen.isErasing);
    say(pen.isErasing ? 'Eraser.' : 'Pen.');
  };
  const actions = {
    undo: () => drawing.undo(),
    redo: () => drawing.redo(),
    clear: () => {
      if (!drawing.isEmpty) {
        drawing.clear();
        say('Cleared.');
      }
    },
  };
  undo.addEventListener('click', actions.undo);
  redo.addEventListener('click', actions.redo);
  clear.addEventListener('click', actions.clear);
  eraser.addEventListener('click', toggleEraser);
  new Crosshair(pad, drawing,
    { clear: actions.clear, toggleEraser, isErasing: () => pen.isErasing, say });
  setUpUndoKeys(pad, actions);

  drawing.addEventListener('change', () => {
    setUsable(undo, drawing.canUndo);
    setUsable(redo, drawing.canRedo);
    setUsable(clear, !drawing.isEmpty);
    if (!drawing.isGrowing) {
      pad.fit();
    }
  });
}

/** A button that is disabled would lose the focus to nowhere; one that is only said to be keeps it. */
function setUsable(button, usable) {
  button.setAttribute('aria-disabled', !usable);
}

/** Anywhere on the page, but not where text is written, nor while the pad is away. */
function setUpUndoKeys(pad, { undo, redo }) {
  document.addEventListener('keydown', (event) => {
    const writes = event.target.closest('input[type="password"], dialog');
    if (!(event.ctrlKey || event.metaKey) || event.altKey || writes || !pad.canvas.offsetParent) {
      return;
    }
    const key = event.key.toLowerCase();
    if (key === 'z' || key === 'y') {
      event.preventDefault();
      (key === 'y' || event.shiftKey ? redo : undo)();
    }
  });
}
