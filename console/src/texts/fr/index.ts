import { admin } from './admin.js';
import { event } from './event.js';
import { events } from './events.js';
import { form } from './form.js';
import { frame } from './frame.js';
import { me } from './me.js';
import { mirrors } from './mirrors.js';
import { organizations } from './organizations.js';
import { preview } from './preview.js';
import { roster } from './roster.js';
import { servers } from './servers.js';
import { timeline } from './timeline.js';
import { turnout } from './turnout.js';
import { undo } from './undo.js';

/** Everything that the console says: a file for each folder of pages. */
export const fr = {
  ...frame,
  admin,
  event,
  events,
  form,
  me,
  mirrors,
  organizations,
  preview,
  roster,
  servers,
  timeline,
  turnout,
  undo,
};

/** What every language has to say. */
export type Texts = typeof fr;
