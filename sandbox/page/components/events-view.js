/** The scheduled events of the server on show. */
import { html } from '../lib/html.js';
import { plural } from 'discord-view/format.js';
import { Icon } from 'discord-view/icon.js';
import { changeEvent } from '../state/servers.js';
import { store, useApp } from '../state/store.js';
import { EventCard } from 'discord-view/event-card.js';

export function EventsView() {
  const events = useApp((state) => state.guild?.scheduled_events) ?? [];
  const sorted = [...events].sort(
    (a, b) => Date.parse(a.scheduled_start_time) - Date.parse(b.scheduled_start_time),
  );
  const coming = sorted.filter((event) => event.status <= 2);
  const past = sorted.filter((event) => event.status > 2).reverse();
  return html`<div class="events" tabindex="0" role="region" aria-label="Scheduled events">
    <div class="events-bar">
      <p class="events-none">${coming.length === 0 ? 'No event is planned. When the bot or a member makes one, it shows here.' : plural(coming.length, 'coming event')}</p>
      <button type="button" class="dv-button dv-primary" onClick=${() => store.set({ dialog: { kind: 'new-event' } })}>
        <${Icon} name="plus" />New event
      </button>
    </div>
    <ul class="event-list" aria-label="Coming events">
      ${coming.map((event) => html`<li key=${event.id}><${EventCard} event=${event} heading="h2" /><${EventTools} event=${event} /></li>`)}
    </ul>
    ${
      past.length > 0 &&
      html`<section aria-labelledby="past-events">
        <h2 class="events-head" id="past-events">Finished</h2>
        <ul class="event-list event-list-past">
          ${past.map((event) => html`<li key=${event.id}><${EventCard} event=${event} heading="h3" /></li>`)}
        </ul>
      </section>`
    }
  </div>`;
}

const SCHEDULED = 1;
const ACTIVE = 2;
const COMPLETED = 3;
const CANCELLED = 4;

/** What an organizer does with an event. @param {{event: import('../types').ScheduledEvent}} props */
function EventTools({ event }) {
  const to = (/** @type {number} */ status) => () => void changeEvent(event.id, status);
  if (event.status === ACTIVE)
    return html`<p class="event-tools"><${Tool} label=${`End: ${event.name}`} words="End" onClick=${to(COMPLETED)} /></p>`;
  if (event.status !== SCHEDULED) return null;
  return html`<p class="event-tools">
    <${Tool} label=${`Start now: ${event.name}`} words="Start now" onClick=${to(ACTIVE)} />
    <${Tool} label=${`Cancel: ${event.name}`} words="Cancel" onClick=${to(CANCELLED)} />
  </p>`;
}

/** @param {{label: string, words: string, onClick: () => void}} props */
const Tool = ({ label, words, onClick }) =>
  html`<button type="button" class="link-button event-tool" aria-label=${label} onClick=${onClick}>${words}</button>`;
