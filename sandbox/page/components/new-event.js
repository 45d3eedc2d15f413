/** A scheduled event that the member acted as makes: at a place, or in a voice channel. */
import { html, useState } from '../lib/html.js';
import { textsOf } from '../lib/forms.js';
import { makeEvent } from '../state/servers.js';
import { useApp } from '../state/store.js';
import { Dialog } from './dialog.js';
import { Field } from './field.js';

const STAGE = 1;
const VOICE = 2;
const ELSEWHERE = 3;
const STAGE_CHANNEL = 13;
const HOUR_MS = 3_600_000;

/** As fields of a date and time want it. @param {number} time */
function local(time) {
  const date = new Date(time);
  return new Date(time - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

export function NewEvent() {
  const channels = useApp((state) => state.guild?.channels) ?? [];
  const voices = channels.filter(({ type }) => type === 2 || type === STAGE_CHANNEL);
  const [where, setWhere] = useState('');
  const channel = voices.find(({ id }) => id === where);
  const submit = async (/** @type {import('../types').FormSubmit} */ event) => {
    event.preventDefault();
    const { name, start, end, place, description } = textsOf(event.currentTarget);
    const iso = (/** @type {string | undefined} */ time) => (time ? new Date(time).toISOString() : undefined);
    await makeEvent({
      name,
      ...(description ? { description } : {}),
      scheduled_start_time: iso(start),
      scheduled_end_time: iso(end),
      ...(channel
        ? { entity_type: channel.type === STAGE_CHANNEL ? STAGE : VOICE, channel_id: channel.id }
        : { entity_type: ELSEWHERE, entity_metadata: { location: place } }),
    });
  };
  const now = Date.now();
  return html`<${Dialog} title="A scheduled event">
    <form class="dialog-form" onSubmit=${submit} autocomplete="off">
      <${Field} label="Name"><input class="input" name="name" required maxlength="100" /><//>
      <${Field} label="Where">
        <select class="input" value=${where} onChange=${(/** @type {import('../types').SelectChange} */ event) => setWhere(event.currentTarget.value)}>
          <option value="">Somewhere else</option>
          ${voices.map(({ id, name }) => html`<option key=${id} value=${id}>${name}</option>`)}
        </select>
      <//>
      ${!channel && html`<${Field} label="Place"><input class="input" name="place" required maxlength="100" /><//>`}
      <${Field} label="Begins">
        <input class="input" name="start" type="datetime-local" required defaultValue=${local(now + HOUR_MS)} />
      <//>
      <${Field} label="Ends">
        <input class="input" name="end" type="datetime-local" required=${!channel} defaultValue=${local(now + 2 * HOUR_MS)} />
      <//>
      <${Field} label="Description"><textarea class="input" name="description" rows="3" maxlength="1000"></textarea><//>
      <div class="dialog-foot"><button type="submit" class="dv-button dv-primary">Make the event</button></div>
    </form>
  <//>`;
}
