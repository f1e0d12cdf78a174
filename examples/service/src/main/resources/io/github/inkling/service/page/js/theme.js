// Auto, light or dark: chosen in the header, remembered for the next visit.

const KEY = 'inkling.theme';

/**
 * @param {HTMLElement} choice with a radio button for each theme
 * @param {() => void} changed called after every change, the system's included
 */
export function setUpTheme(choice, changed) {
  const chosen = document.documentElement.dataset.theme ?? 'auto';
  choice.querySelector(`[value="${chosen}"]`).checked = true;
  paintBrowser(chosen);
  choice.addEventListener('change', (event) => {
    apply(event.target.value);
    changed();
  });
  for (const query of ['(prefers-color-scheme: dark)', '(forced-colors: active)']) {
    matchMedia(query).addEventListener('change', changed);
  }
}

function apply(theme) {
  if (theme === 'auto') {
    delete document.documentElement.dataset.theme;
  } else {
    document.documentElement.dataset.theme = theme;
  }
  remember(theme);
  paintBrowser(theme);
}

/** As a bare word and not as JSON: early-theme.js reads it, too, and has no time for modules. */
function remember(theme) {
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // It lasts until the page is left.
  }
}

/** The browser's own bars take the colour of the page's top. */
function paintBrowser(theme) {
  for (const meta of document.querySelectorAll('meta[name="theme-color"]')) {
    meta.dataset.own ??= meta.content;
    const other = theme === 'auto' ? null : document.querySelector(
      `meta[name="theme-color"][media*="${theme}"]`);
    meta.content = other ? (other.dataset.own ?? other.content) : meta.dataset.own;
  }
}
