import { expect, it } from 'vitest';
import { causeOf, partsOf } from './cause.js';

const refused = (path: string) =>
  `Discord refused POST /api/v10/${path} (403, code 50013): Missing Permissions`;
const WEBHOOK = '0193c1a4-9f2e-7c3b-8a51-2f4f7f1c9d10';

it.each([
  [
    'messages of one channel',
    refused('channels/100000000000000001/messages/100000000000000002'),
    refused('channels/100000000000000001/messages/…'),
    { discord_code: 50013, channel_id: '100000000000000001', webhook_id: null },
  ],
  [
    'members of a server',
    refused('guilds/100000000000000003/members/100000000000000004'),
    refused('guilds/…/members/…'),
    { discord_code: 50013, channel_id: null, webhook_id: null },
  ],
  [
    'deliveries of a webhook',
    `Webhook ${WEBHOOK}: HTTP 500`,
    `Webhook ${WEBHOOK}: HTTP 500`,
    { discord_code: null, channel_id: null, webhook_id: WEBHOOK },
  ],
  [
    'words of our own',
    `The event ${WEBHOOK} is gone.`,
    'The event … is gone.',
    { discord_code: null, channel_id: null, webhook_id: null },
  ],
])('%s that failed alike have one cause, which says where', (_what, message, cause, parts) => {
  expect(causeOf(message, true)).toBe(cause);
  expect(partsOf(cause)).toEqual(parts);
});

it('a channel of no server is a person, and tells nothing of the cause', () => {
  expect(causeOf(refused('channels/100000000000000001/messages'), false)).toBe(
    refused('channels/…/messages'),
  );
});
