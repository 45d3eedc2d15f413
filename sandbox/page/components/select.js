/** A select menu of a message: a button that opens a list; choosing sends the interaction. */
import { html, useEffect, useState } from '../lib/html.js';
import { useComponent } from '../state/interact.js';
import { useApp } from '../state/store.js';
import { Listbox } from './listbox.js';
import { optionsOf, preset } from './select-options.js';

/** @typedef {import('../types').Component} Component */

/** @param {{menu: Component, messageId: string}} props */
export function SelectMenu({ menu, messageId }) {
  const customId = menu.custom_id ?? '';
  const waiting = useApp((state) => state.pending[`${messageId}/${customId}`] ?? false);
  const guild = useApp((state) => state.guild);
  const me = useApp((state) => state.me);
  const [chosen, setChosen] = useState(preset(menu));
  const defaults = preset(menu).join('\n');
  // The bot's answer may choose anew, and another member has chosen nothing yet.
  useEffect(() => setChosen(preset(menu)), [defaults, me]);
  const send = (/** @type {string[]} */ values) => {
    setChosen(values);
    void useComponent(messageId, customId, values);
  };
  return html`<${Listbox}
    label=${menu.placeholder ?? 'Make a selection'}
    options=${optionsOf(menu, guild)}
    chosen=${chosen}
    min=${menu.min_values ?? 1}
    max=${menu.max_values ?? 1}
    disabled=${menu.disabled === true || !me}
    busy=${waiting}
    onChoose=${send}
  />`;
}
