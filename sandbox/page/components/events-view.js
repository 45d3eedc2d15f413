/** The scheduled events of the server on show. */
import { html } from '../lib/html.js';
import { useApp } from '../state/store.js';
import { EventCard } from 'discord-view/event-card.js';

export function EventsView() {
  const events = useApp((state) => state.guild?.scheduled_events) ?? [];
  const sorted = [...events].sort(
    (a, b) => Date.parse(a.scheduled_start_time) - Date.parse(b.scheduled_start_time),
  );
  const coming = sorted.filter((event) => event.status <= 2);
  const past = sorted.filter((event) => event.status > 2).reverse();
  return html`<div class="events" tabindex="0" role="region" aria-label="Scheduled events">
    ${coming.length === 0 && html`<p class="events-none">No event is planned. When the bot makes one, it shows here.</p>`}
    <ul class="event-list" aria-label="Coming events">
      ${coming.map((event) => html`<li key=${event.id}><${EventCard} event=${event} heading="h2" /></li>`)}
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
