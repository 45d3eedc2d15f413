/** Where the member acted as writes: a text, or `/` and a command. */
import { html, useEffect, useRef, useState } from '../lib/html.js';
import { clearFailure, post } from '../state/actions.js';
import { commandLines, matchLines } from '../state/commands.js';
import { localeOf, nameOf, useApp } from '../state/store.js';
import { CommandForm } from './command-form.js';
import { CommandPicker } from './command-picker.js';
import { ChosenFiles, Stickers } from './composer-extras.js';
import { DraftNote } from './draft-note.js';
import { Icon } from 'discord-view/icon.js';
import { moveBy } from 'discord-view/list-keys.js';

/** @typedef {import('../types').Channel} Channel */
/** @typedef {import('../types').CommandLine} CommandLine */

const MAX_LENGTH = 2000;

/** @param {{channel: Channel}} props */
export function Composer({ channel }) {
  const me = useApp((state) => state.me);
  const name = useApp((state) => (state.me ? nameOf(state, state.me) : ''));
  const commands = useApp((state) => (state.place.guild === '@me' ? state.dmCommands : state.commands));
  const locale = useApp(localeOf);
  const allowed = useApp((state) => state.access[channel.id]?.send !== false);
  const failure = useApp((state) => state.failures[channel.id]);
  const draft = useApp((state) => (state.draft?.message.channel_id === channel.id ? state.draft : null));
  const [text, setText] = useState('');
  const [files, setFiles] = useState(/** @type {File[]} */ ([]));
  const [at, setAt] = useState(0);
  const [line, setLine] = useState(/** @type {CommandLine | null} */ (null));
  const box = useRef(/** @type {HTMLTextAreaElement | null} */ (null));
  useEffect(() => {
    if (draft?.kind === 'edit') setText(draft.message.content);
  }, [draft]);

  const picking = /^\/[^\n]*$/u.test(text);
  const lines = picking ? matchLines(commandLines(commands, locale), text.slice(1)) : [];
  const choose = (/** @type {CommandLine | undefined} */ chosen) => {
    if (!chosen) return;
    setText('');
    setLine(chosen);
  };
  const leave = () => {
    setLine(null);
    setTimeout(() => box.current?.focus());
  };
  const send = async () => {
    const content = text.trim();
    if ((!content && files.length === 0) || picking) return;
    setText('');
    setFiles([]);
    if (await post(channel.id, content, files)) return;
    setText(content);
    setFiles(files);
  };
  const onKeyDown = (/** @type {KeyboardEvent} */ event) => {
    if (event.isComposing) return;
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      return picking ? choose(lines[at]) : void send();
    }
    if (!picking) return;
    if (event.key === 'Escape') return setText('');
    if (event.key === 'Tab' && lines[at] && !event.shiftKey) {
      event.preventDefault();
      return choose(lines[at]);
    }
    const next = event.key.startsWith('Arrow')
      ? moveBy(
          event.key,
          at,
          lines.map((one) => one.title),
        )
      : null;
    if (next === null) return;
    event.preventDefault();
    setAt(next);
  };
  const onInput = (/** @type {import('preact').TargetedEvent<HTMLTextAreaElement>} */ event) => {
    clearFailure(channel.id);
    setAt(0);
    setText(event.currentTarget.value);
  };

  if (!me) return html`<p class="composer-off">This server has no member to act as.</p>`;
  const hint = allowed
    ? `Message as ${name}, or / for commands`
    : `${name} may not write here; / for commands`;
  return html`<div class="composer">
    ${failure && html`<p class="dv-failure"><${Icon} name="alert" />${failure}</p>`}
    ${draft && html`<${DraftNote} draft=${draft} />`}
    ${picking && html`<${CommandPicker} lines=${lines} at=${at} onHover=${setAt} onChoose=${choose} />`}
    ${line && html`<${CommandForm} key=${line.path.join(' ')} line=${line} onLeave=${leave} />`}
    ${
      !line &&
      html`<${ChosenFiles} files=${files} onRemove=${(/** @type {File} */ file) => setFiles(files.filter((one) => one !== file))} />
      <div class="composer-box">
        <label class="icon-button composer-attach" title="Attach files">
          <input
            type="file"
            class="sr-only"
            multiple
            aria-label="Attach files"
            disabled=${!allowed || draft?.kind === 'edit'}
            onChange=${(/** @type {import('../types').InputChange} */ event) => {
              setFiles([...files, ...(event.currentTarget.files ?? [])]);
              event.currentTarget.value = '';
            }}
          />
          <${Icon} name="plus" />
        </label>
        <textarea
          ref=${box}
          class="composer-text"
          rows="1"
          maxlength=${MAX_LENGTH}
          placeholder=${hint}
          aria-label=${hint}
          aria-autocomplete="list"
          aria-controls=${picking ? 'commands' : undefined}
          aria-activedescendant=${picking && lines[at] ? `command-${at}` : undefined}
          value=${text}
          onInput=${onInput}
          onKeyDown=${onKeyDown}
        ></textarea>
        <${Stickers} channel=${channel} />
        <button
          type="button"
          class="icon-button"
          aria-label="Send"
          disabled=${!allowed || (!text.trim() && files.length === 0) || picking}
          onClick=${() => void send()}
        >
          <${Icon} name="send" />
        </button>
      </div>`
    }
  </div>`;
}
