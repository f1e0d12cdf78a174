// Asks for the token that a server may want, and keeps it until the tab is closed.

import { passing } from './storage.js';

const KEY = 'inkling.token';

export function keptToken() {
  return passing.get(KEY);
}

/**
 * @param {boolean} refused whether the one that was sent is wrong
 * @returns {Promise<string | null>} null where nobody wants to give one
 */
export function askToken(refused) {
  const dialog = document.getElementById('token-dialog');
  const form = document.getElementById('token-form');
  const input = document.getElementById('token');
  document.getElementById('token-text').textContent = refused
    ? 'The token was refused. Try another one.'
    : 'Who runs it can tell you. It is kept until this tab is closed.';
  input.value = '';
  dialog.showModal();
  return new Promise((resolve) => {
    let token = null;
    form.onsubmit = (event) => {
      event.preventDefault();
      token = input.value.trim() || null;
      dialog.close();
    };
    document.getElementById('token-cancel').onclick = () => dialog.close();
    dialog.onclose = () => {
      if (token) {
        passing.put(KEY, token);
      }
      resolve(token);
    };
  });
}
