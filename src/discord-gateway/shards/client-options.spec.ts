import { Client, type ClientUser, type User } from 'discord.js';
import { expect, it } from 'vitest';
import type { Config } from '../../config/config.js';
import { clientOptions } from './client-options.js';

it('a client keeps the last of those whom it has met in mind, and itself always', async () => {
  const options = clientOptions({ discordApiUrl: 'http://127.0.0.1:1/api' } as Config);
  const client = new Client(options);
  client.user = { id: '0' } as ClientUser;
  const { cache } = client.users;
  for (let id = 0; id < 11_000; id++) cache.set(String(id), { id: String(id), client } as User);
  client.sweepers.sweepUsers(options.sweepers.users.filter());
  expect(cache.size).toBe(10_000);
  expect([cache.has('0'), cache.has('1'), cache.has('10999')]).toEqual([true, false, true]);
  await client.destroy();
});
