/** A scheduled event: when, where, how many are interested, and whether you are. */
import { html } from 'discord-view/ui';
import { Markdown } from './markdown/render.js';
import { useHost } from './host.js';
import { Icon } from './icon.js';
import { Timestamp } from './timestamp.js';

/** @typedef {import('./types').ScheduledEvent} ScheduledEvent */

/** @type {Record<number, string>} */
const KINDS = { 1: 'soon', 2: 'now', 3: 'over', 4: 'off' };

/** @param {{event: ScheduledEvent, heading: 'h2' | 'h3' | 'h4'}} props */
export function EventCard({ event, heading }) {
  const host = useHost();
  const { names, mine } = host.useInterest(event.id);
  const acting = host.useActing();
  const voice = host.useChannel(event.channel_id ?? '')?.name;
  const failure = host.useFailure(event.id);
  const words = host.useWords();
  const kind = KINDS[event.status] ?? 'over';
  const where = event.entity_metadata?.location ?? voice;
  const cover = event.image ? host.pictureAt(`/guild-events/${event.id}/${event.image}.webp`) : undefined;
  const start = new Date(event.scheduled_start_time);
  return html`<article class=${`dv-event dv-event-${kind}`} aria-labelledby=${`event-${event.id}`}>
    <p class="dv-event-top">
      <span class=${`dv-state dv-state-${kind}`}>${words.states[event.status] ?? 'Unknown'}</span>
      <span class="dv-event-when"
        ><${Timestamp} date=${start} format="f" /> · <${Timestamp} date=${start} format="R"
      /></span>
    </p>
    ${cover && html`<img class="dv-event-cover" src=${cover} alt="" />`}
    <${heading} class="dv-event-name" id=${`event-${event.id}`}>${event.name}<//>
    ${event.description && html`<div class="dv-event-text"><${Markdown} text=${event.description} /></div>`}
    <ul class="dv-event-facts">
      ${where && html`<li><${Icon} name=${voice ? 'voice' : 'place'} />${where}</li>`}
      ${event.scheduled_end_time && html`<li><${Icon} name="calendar" />${words.until}${' '}<${Timestamp} date=${new Date(event.scheduled_end_time)} format="s" /></li>`}
      <li>
        <${Icon} name="people" /><span
          >${words.interested(names.length)}${names.length > 0 && html`<span class="dv-event-names">${names.join(', ')}</span>`}</span
        >
      </li>
    </ul>
    ${
      event.status <= 2 &&
      html`<button
        type="button"
        class=${`dv-button ${mine ? 'dv-primary' : 'dv-quiet'}`}
        aria-pressed=${mine}
        aria-label=${words.interestIn(event.name)}
        disabled=${!acting}
        onClick=${() => host.interest(event.id, !mine)}
      >
        <${Icon} name=${mine ? 'check' : 'bell'} />${words.interest}
      </button>`
    }
    ${failure && html`<p class="dv-failure"><${Icon} name="alert" />${failure}</p>`}
  </article>`;
}
