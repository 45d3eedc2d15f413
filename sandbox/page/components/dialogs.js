/** The dialog on show, if one is. */
import { html } from '../lib/html.js';
import { useApp } from '../state/store.js';
import { ForwardDialog } from './forward-dialog.js';
import { NewEvent } from './new-event.js';
import { NewServer } from './new-server.js';
import { NewThread } from './new-thread.js';
import { PinsDialog } from './pins-dialog.js';
import { ThreadsDialog } from './threads-dialog.js';
import { WhoDialog } from './who-dialog.js';

/** @typedef {import('../types').Dialog} Dialog */

/** @type {{[Kind in Dialog['kind']]: (props: {place: Extract<Dialog, {kind: Kind}>}) => unknown}} */
const KINDS = {
  reactions: WhoDialog,
  votes: WhoDialog,
  forward: ForwardDialog,
  'new-thread': NewThread,
  threads: ThreadsDialog,
  pins: PinsDialog,
  'new-event': NewEvent,
  'new-server': NewServer,
};

export function Dialogs() {
  const dialog = useApp((state) => state.dialog);
  if (!dialog) return null;
  const kind = KINDS[dialog.kind];
  return html`<${kind} key=${dialog.kind} place=${dialog} />`;
}
