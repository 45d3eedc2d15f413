import { type Me, meQuery } from './api/me.js';
import { queries } from './api/query-client.js';
import { eventQuery, mirrorsQuery, rosterQuery } from './event/queries.js';
import { eventsQuery } from './events/queries.js';
import { readEventsSearch } from './events/search.js';
import { browserLocale, languageQuery } from './texts/language.js';

// What routes ask for while the code of their page is still on its way.

/** The page that shows it says what could not be read. */
const leaveToPage = (): undefined => undefined;

/** Who is signed in, once that is known; `null` for nobody, and when it cannot be known. */
async function whoIsThere(): Promise<Me | null> {
  const me = await queries.query(meQuery).catch(leaveToPage);
  return me ?? null;
}

/** What no page is drawn without: who is there, and their language. */
export async function loadFrame(): Promise<void> {
  const me = await whoIsThere();
  await queries.query(languageQuery(me?.locale ?? browserLocale()));
}

interface Arrival {
  /** Whether one only might go there. */
  readonly preload: boolean;
}

interface EventArrival extends Arrival {
  readonly params: { readonly id: string };
}

/** Asks for the first events of the list. */
export async function askForEvents({
  preload,
  location,
}: Arrival & { readonly location: { readonly search: object } }): Promise<void> {
  const search = readEventsSearch({ ...location.search });
  const me = preload || search.view !== undefined ? null : await whoIsThere();
  if (me === null) return;
  void queries.infiniteQuery(eventsQuery(search, me.timezone)).catch(leaveToPage);
}

/** Asks for an event, and for what servers show of it. */
export async function askForEvent({ preload, params: { id } }: EventArrival): Promise<void> {
  if (preload || (await whoIsThere()) === null) return;
  void queries.query(eventQuery(id)).catch(leaveToPage);
  void queries.query(mirrorsQuery(id)).catch(leaveToPage);
}

/** Asks for who has answered. */
export async function askForRoster({ preload, params: { id } }: EventArrival): Promise<void> {
  if (preload || (await whoIsThere()) === null) return;
  void queries.query(rosterQuery(id)).catch(leaveToPage);
}
