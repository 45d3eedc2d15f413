import { describe, expect, it } from 'vitest';
import { loadConfig } from '../config/load-config.js';
import { Vault, VaultError } from './vault.js';

const environment = {
  MONGODB_URI: 'mongodb://127.0.0.1/verselink',
  REDIS_URL: 'redis://127.0.0.1',
  JWT_SECRET: 'j'.repeat(32),
  INTERNAL_API_SECRET: 'i'.repeat(32),
  DISCORD_BOT_TOKEN: 'bot-token',
};
const vault = (more: Record<string, string> = {}) => new Vault(loadConfig({ ...environment, ...more }));
const [OLD, NEW] = ['o'.repeat(32), 'n'.repeat(32)];

describe('the vault', () => {
  it('opens what it sealed, and shows nothing of it', async () => {
    const sealed = await vault().seal('hunter2 é');
    expect(sealed).not.toContain('hunter2');
    expect(await vault().open(sealed)).toBe('hunter2 é');
    expect(await vault().seal('hunter2 é')).not.toBe(sealed);
  });

  it('opens what another key sealed as long as that is the fallback', async () => {
    const sealed = await vault({ ENCRYPTION_KEY: OLD }).seal('hunter2');
    const changed = vault({ ENCRYPTION_KEY: NEW, ENCRYPTION_KEY_FALLBACK: OLD });
    expect(await changed.open(sealed)).toBe('hunter2');
    expect(sealed.startsWith(changed.prefix)).toBe(false);
    expect((await changed.seal('hunter2')).startsWith(changed.prefix)).toBe(true);
    await expect(vault({ ENCRYPTION_KEY: NEW }).open(sealed)).rejects.toThrow(VaultError);
  });

  it('opens what was sealed before there was an ENCRYPTION_KEY, and gives back what never was', async () => {
    expect(await vault({ ENCRYPTION_KEY: NEW }).open(await vault().seal('hunter2'))).toBe('hunter2');
    expect(await vault().open('whsec_plain')).toBe('whsec_plain');
  });

  it('refuses what was changed', async () => {
    const sealed = await vault().seal('hunter2');
    await expect(vault().open(sealed.slice(0, -2) + 'AA')).rejects.toThrow();
  });
});
