/** A scheduled event: when, where, how many are interested, and whether you are. */
import { plural } from '../lib/format.js';
import { html } from '../lib/html.js';
import { Markdown } from '../markdown/render.js';
import { setInterest } from '../state/actions.js';
import { nameOf, useApp } from '../state/store.js';
import { Icon } from './icon.js';
import { Timestamp } from './timestamp.js';

/** @typedef {import('../types').ScheduledEvent} ScheduledEvent */

/** @type {Record<number, {name: string, kind: string}>} */
const STATUS = {
  1: { name: 'Scheduled', kind: 'soon' },
  2: { name: 'Happening now', kind: 'now' },
  3: { name: 'Completed', kind: 'over' },
  4: { name: 'Cancelled', kind: 'off' },
};

/** @type {string[]} */
const NOBODY = [];

/** @param {{event: ScheduledEvent, heading: 'h2' | 'h3'}} props */
export function EventCard({ event, heading }) {
  const interested = useApp((state) => state.guild?.interested[event.id]) ?? NOBODY;
  const names = useApp((state) => interested.map((id) => nameOf(state, id)).join(', '));
  const me = useApp((state) => state.me);
  const voice = useApp(
    (state) => state.guild?.channels.find((channel) => channel.id === event.channel_id)?.name,
  );
  const failure = useApp((state) => state.failures[event.id]);
  const status = STATUS[event.status] ?? { name: 'Unknown', kind: 'over' };
  const mine = me !== null && interested.includes(me);
  const where = event.entity_metadata?.location ?? voice;
  const start = new Date(event.scheduled_start_time);
  return html`<article class=${`event event-${status.kind}`} aria-labelledby=${`event-${event.id}`}>
    <p class="event-top">
      <span class=${`state state-${status.kind}`}>${status.name}</span>
      <span class="event-when"
        ><${Timestamp} date=${start} format="f" /> · <${Timestamp} date=${start} format="R"
      /></span>
    </p>
    <${heading} class="event-name" id=${`event-${event.id}`}>${event.name}<//>
    ${event.description && html`<div class="event-text"><${Markdown} text=${event.description} /></div>`}
    <ul class="event-facts">
      ${where && html`<li><${Icon} name=${voice ? 'voice' : 'place'} />${where}</li>`}
      ${event.scheduled_end_time && html`<li><${Icon} name="calendar" />until${' '}<${Timestamp} date=${new Date(event.scheduled_end_time)} format="s" /></li>`}
      <li title=${names}>
        <${Icon} name="people" />${`${plural(interested.length, 'person').replace('persons', 'people')} interested`}
      </li>
    </ul>
    ${
      event.status <= 2 &&
      html`<button
        type="button"
        class=${`button ${mine ? 'primary' : 'quiet'}`}
        aria-pressed=${mine}
        aria-label=${`Interested in ${event.name}`}
        disabled=${!me}
        onClick=${() => void setInterest(event.id, !mine)}
      >
        <${Icon} name=${mine ? 'check' : 'bell'} />Interested
      </button>`
    }
    ${failure && html`<p class="failure"><${Icon} name="alert" />${failure}</p>`}
  </article>`;
}
