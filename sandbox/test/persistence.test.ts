import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSandbox, type GuildView } from '../src/index.js';
import { channelNamed, control, makeGuild, rest } from './support/http.js';

describe('a sandbox with a folder', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'sandbox-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('remembers everything that it has acknowledged, and who it is', async () => {
    const first = await createSandbox({ dataDir: folder });
    const guild = await makeGuild(first);
    const path = `/channels/${channelNamed(guild, 'events')}/messages`;
    await rest(first, 'POST', path, { content: 'to be kept' });
    // No close(): what a killed process leaves behind must be enough.
    const second = await createSandbox({ dataDir: folder });
    const view = await control<GuildView>(second, 'GET', `/guilds/${guild.id}`);
    expect(view.body.channels.flatMap((c) => c.messages).map((m) => m.content)).toEqual(['to be kept']);
    expect(view.body.members).toEqual(guild.members);
    expect(second.publicKey).toBe(first.publicKey);
    await second.close();
    await first.close();
  });

  it('leaves a folder alone that a running sandbox of another process uses', async () => {
    const owner = createServer((socket) => socket.end('its name'));
    await once(owner.listen(0, '127.0.0.1'), 'listening');
    const { port } = owner.address() as AddressInfo;
    writeFileSync(join(folder, 'running.json'), JSON.stringify({ port, name: 'its name' }));
    await expect(createSandbox({ dataDir: folder })).rejects.toThrow(/another sandbox uses the folder/);
    expect(readdirSync(folder)).toEqual(['running.json']);
    // Somebody else at its port is not it, nor is nobody.
    writeFileSync(join(folder, 'running.json'), JSON.stringify({ port, name: 'another name' }));
    await (await createSandbox({ dataDir: folder })).close();
    writeFileSync(join(folder, 'running.json'), JSON.stringify({ port, name: 'its name' }));
    owner.close();
    await (await createSandbox({ dataDir: folder })).close();
    writeFileSync(join(folder, 'running.json'), '{}');
    await (await createSandbox({ dataDir: folder })).close();
  });
});
