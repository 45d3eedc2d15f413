/** Forms of the page. */

/** What the fields of a form hold, by their names; a box that is not ticked is left out. @param {HTMLFormElement} form @returns {Record<string, string>} */
export const textsOf = (form) =>
  Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]));
