/** Small choices kept in the browser between visits. Works without storage too, only forgetting. */

/** @param {string} key @returns {string | null} */
export function remembered(key) {
  try {
    return localStorage.getItem(`discord-sandbox.${key}`);
  } catch {
    return null;
  }
}

/** @param {string} key @param {string} value */
export function remember(key, value) {
  try {
    localStorage.setItem(`discord-sandbox.${key}`, value);
  } catch {
    // A browser that keeps nothing still shows the page.
  }
}
