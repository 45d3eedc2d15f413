import { markdown } from '../../common/discord-text.js';
import type { Texts } from '../texts.js';

export const joining = {
  asked: "📨 Your request is sent: the organization's staff will answer.",
  notice: (handle: string, organization: string, message: string | null) =>
    markdown`📨 **${handle}** asks to join **${organization}**.` +
    (message === null ? '' : markdown`\n> ${message}`),
  noRequests: 'No request is waiting for an answer.',
  requests: '📨 Waiting requests',
  request: (handle: string, message: string | null) =>
    message === null ? markdown`**${handle}**` : markdown`**${handle}**: ${message}`,
  moreRequests: '-# More requests are waiting: answer these, then use this command again.',
  button: {
    accept: (handle: string) => `Accept ${handle}`,
    decline: (handle: string) => `Decline ${handle}`,
  },
  decided: {
    accept: (handle: string) => markdown`✅ **${handle}** is part of the organization now.`,
    decline: (handle: string) => markdown`🚫 The request of **${handle}** is declined.`,
  },
} satisfies Texts['joining'];
