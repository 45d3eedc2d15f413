/** What is drawn asks the page around it: names, colours, who acts, and what a press does. */
import { createContext, useContext } from 'discord-view/ui';
import { ENGLISH } from './words/en.js';

/** @typedef {import('./types').Host} Host */

/** A page that knows of nobody, and in which nobody acts. @type {Host} */
export const QUIET_HOST = {
  useName: () => undefined,
  usePicture: () => undefined,
  pictureAt: (url) => (/^data:image\/(?:png|jpeg|gif|webp);/u.test(url) ? url : undefined),
  useEmoji: () => undefined,
  useRole: () => undefined,
  useChannel: () => undefined,
  useLocale: () => undefined,
  useZone: () => undefined,
  useWords: () => ENGLISH,
  useHeading: () => 3,
  useActing: () => null,
  useWaiting: () => false,
  useChoices: (menu) => menu.options ?? [],
  useInterest: () => ({ names: [], mine: false }),
  useFailure: () => undefined,
  press: () => undefined,
  interest: () => undefined,
};

const HostContext = createContext(QUIET_HOST);

/** Answers for everything that is drawn below. */
export const HostProvider = HostContext.Provider;

/** @returns {Host} */
export const useHost = () => useContext(HostContext);
