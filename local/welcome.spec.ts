import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { welcomeText, type Welcome } from './welcome.js';

const welcome: Welcome = {
  addresses: {
    publicUrl: 'http://localhost:8080',
    internalUrl: 'http://localhost:3000',
    sandboxUrl: 'http://localhost:4000',
  },
  siteAdminToken: 'admin.token',
  organizerToken: 'organizer.token',
  seeded: { organizationId: "an organization's id", guildId: '1160000000000000100' },
  now: new Date('2026-01-31T21:00:00Z'),
};

const curlLines = (text: string): string[] => text.split('\n').filter((line) => line.startsWith('curl '));

it('offers three curl lines', () => {
  expect(curlLines(welcomeText(welcome))).toHaveLength(3);
  expect(curlLines(welcomeText({ ...welcome, seeded: undefined }))).toHaveLength(3);
});

it('offers a create that a shell passes on as it is meant, with a start to come', () => {
  const text = welcomeText(welcome);
  const [create = ''] = curlLines(text);
  const [token = ''] = /^token=.*$/m.exec(text) ?? [];
  const passedOn = execFileSync('sh', [
    '-c',
    `${token}\n${create.replace(/^curl/, String.raw`printf '%s\n'`)}`,
  ])
    .toString()
    .split('\n');
  expect(passedOn).toContain('authorization: Bearer organizer.token');
  expect(JSON.parse(passedOn.at(-2) ?? '')).toMatchObject({
    org_id: "an organization's id",
    start_at_utc: '2026-02-01T20:00:00.000Z',
  });
});
