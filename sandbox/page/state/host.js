/** What the drawn messages and events ask of the page: answered from its store. */
import { ENGLISH } from 'discord-view/words/en.js';
import { optionsOf } from '../components/select-options.js';
import { setInterest } from './actions.js';
import { useComponent } from './interact.js';
import { goTo } from './navigate.js';
import { localeOf, nameOf, useApp } from './store.js';

/** @typedef {import('discord-view/types').Host} Host */

/** @type {string[]} */
const NOBODY = [];

const OWN_PICTURES = /^\/(?:attachments|ephemeral-attachments|avatars|icons|guild-events|emojis|stickers)\//u;

/**
 * Where a picture lies that the sandbox itself serves: it may be known there by another name than this page has.
 * @param {string} url
 */
function ownAddress(url) {
  if (/^data:image\/(?:png|jpeg|gif|webp);/u.test(url)) return url;
  if (!URL.canParse(url, location.origin)) return undefined;
  const { port, pathname } = new URL(url, location.origin);
  return port === location.port && OWN_PICTURES.test(pathname) ? pathname : undefined;
}

/** @type {Host} */
export const host = {
  useName: (id) => useApp((state) => nameOf(state, id)),
  usePicture(id) {
    const picture = useApp((state) => state.users[id]?.avatar);
    return picture ? `/avatars/${id}/${picture}.webp` : undefined;
  },
  pictureAt: ownAddress,
  useEmoji(id) {
    const known = useApp((state) => state.guild?.emojis.some((one) => one.id === id) ?? false);
    return known ? `/emojis/${id}.webp` : undefined;
  },
  useRole: (id) => useApp((state) => state.guild?.roles.find((one) => one.id === id)),
  useChannel(id) {
    const name = useApp((state) => state.guild?.channels.find((one) => one.id === id)?.name);
    const guild = useApp((state) => state.guild?.id);
    return name && guild ? { name, open: () => goTo(guild, id) } : undefined;
  },
  useLocale: () => useApp(localeOf),
  useZone: () => undefined,
  useWords: () => ENGLISH,
  useHeading: () => 3,
  useActing: () => useApp((state) => state.me),
  useWaiting: (messageId, customId) => useApp((state) => state.pending[`${messageId}/${customId}`] ?? false),
  useChoices(menu) {
    const guild = useApp((state) => state.guild);
    return optionsOf(menu, guild);
  },
  useInterest(eventId) {
    const interested = useApp((state) => state.guild?.interested[eventId]) ?? NOBODY;
    const names = useApp((state) => interested.map((id) => nameOf(state, id)).join('\n'));
    const me = useApp((state) => state.me);
    return { names: names === '' ? NOBODY : names.split('\n'), mine: me !== null && interested.includes(me) };
  },
  useFailure: (about) => useApp((state) => state.failures[about]),
  press: (messageId, customId, values) => void useComponent(messageId, customId, values),
  interest: (eventId, wanted) => void setInterest(eventId, wanted),
};
