import type { Texts } from '../texts.js';

export const contextMenus = {
  signThisMemberUp: 'Sign this member up',
  makeEventOfMessage: 'Make an event of this message',
} satisfies Texts['contextMenus'];
