/** A caption above a field of a form. */
import { html } from '../lib/html.js';

/** @param {{label: string, more?: string, children?: unknown}} props */
export const Field = ({ label, more, children }) =>
  html`<label class="field">
    <span class="field-label">${label}</span>
    ${more && html`<span class="field-more">${more}</span>`} ${children}
  </label>`;
