/** The list of commands above the composer while a `/` is typed. */
import { html, useEffect } from '../lib/html.js';

/** @typedef {import('../types').CommandLine} CommandLine */

/** @param {{lines: CommandLine[], at: number, onHover: (at: number) => void, onChoose: (line: CommandLine) => void}} props */
export function CommandPicker({ lines, at, onHover, onChoose }) {
  useEffect(() => document.getElementById(`command-${at}`)?.scrollIntoView({ block: 'nearest' }), [at]);
  return html`<div class="commands">
    <ul id="commands" role="listbox" aria-label="Commands">
      ${lines.map(
        (line, index) =>
          html`<li
            key=${line.path.join(' ')}
            id=${`command-${index}`}
            role="option"
            aria-selected=${index === at}
            class=${`dv-option ${index === at ? 'dv-option-at' : ''}`}
            onPointerMove=${() => onHover(index)}
            onClick=${() => onChoose(line)}
          >
            <span class="dv-option-words">
              <span
                ><strong>/${line.title}</strong>
                ${line.options.map((option) => html`<span key=${option.name} class="option-arg">${option.name}</span>`)}</span
              >
              <span class="dv-option-more">${line.description}</span>
            </span>
          </li>`,
      )}
    </ul>
    ${lines.length === 0 && html`<p class="side-note" role="status">No such command.</p>`}
  </div>`;
}
