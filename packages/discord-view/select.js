/** A select menu of a message: a button that opens a list; choosing sends the interaction. */
import { html, useEffect, useState } from 'discord-view/ui';
import { useHost } from './host.js';
import { Listbox } from './listbox.js';

/** @typedef {import('./types').Component} Component */

/** @param {{menu: Component, messageId: string}} props */
export function SelectMenu({ menu, messageId }) {
  const customId = menu.custom_id ?? '';
  const host = useHost();
  const waiting = host.useWaiting(messageId, customId);
  const options = host.useChoices(menu);
  const acting = host.useActing();
  const [chosen, setChosen] = useState(preset(menu));
  const defaults = preset(menu).join('\n');
  // The bot's answer may choose anew, and another member has chosen nothing yet.
  useEffect(() => setChosen(preset(menu)), [defaults, acting]);
  const send = (/** @type {string[]} */ values) => {
    setChosen(values);
    host.press(messageId, customId, values);
  };
  return html`<${Listbox}
    label=${menu.placeholder ?? 'Make a selection'}
    options=${options}
    chosen=${chosen}
    min=${menu.min_values ?? 1}
    max=${menu.max_values ?? 1}
    disabled=${menu.disabled === true || !acting}
    busy=${waiting}
    onChoose=${send}
  />`;
}

const STRING = 3;

/** The values chosen before anyone chose. @param {Component} menu @returns {string[]} */
export const preset = (menu) =>
  menu.type === STRING
    ? (menu.options ?? []).filter((option) => option.default).map((option) => option.value)
    : (menu.default_values ?? []).map((one) => one.id);
