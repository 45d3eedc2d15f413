import { answers } from './answers.js';
import { commands } from './commands.js';
import { joining } from './joining.js';
import { form } from './form.js';
import { planNotice, welcome } from './notices.js';
import { organizer } from './organizer.js';
import { premium } from './premium.js';
import { refusals } from './refusals.js';
import type { Texts } from '../texts.js';
import { serverNotices } from './server-notices.js';
import { signupMessage } from './signup-message.js';

/** English. */
export const en = {
  answers,
  commands,
  form,
  joining,
  organizer,
  planNotice,
  premium,
  refusals,
  serverNotices,
  signupMessage,
  welcome,
} satisfies Texts;
