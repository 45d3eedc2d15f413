import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSandbox, type GuildView, type Outcome, type Sandbox } from '../../src/index.js';
import { TestEndpoint } from '../support/endpoint.js';
import { channelNamed, control, makeGuild, rest, userNamed, type Answer } from '../support/http.js';
import { RawClient } from '../support/raw-client.js';

interface App {
  verify_key: string;
  interactions_endpoint_url: string | null;
}
interface Refusal {
  code: number;
  errors?: { interactions_endpoint_url: { _errors: { code: string }[] } };
}

describe('interactions over HTTP', () => {
  let sandbox: Sandbox;
  let guild: GuildView;
  let endpoint: TestEndpoint;
  let publicKey: string;

  beforeEach(async () => {
    sandbox = await createSandbox({
      interactionDeadlineMs: 400,
      rateLimits: { enabled: false },
      openapi: null,
    });
    guild = await makeGuild(sandbox);
    publicKey = (await application()).verify_key;
    endpoint = await TestEndpoint.start(() => publicKey);
  });
  afterEach(async () => {
    await sandbox.close();
    endpoint.close();
  });

  const application = async (): Promise<App> => (await rest<App>(sandbox, 'GET', '/applications/@me')).body;
  const setEndpoint = async (url: string | null): Promise<Answer<App & Refusal>> =>
    rest(sandbox, 'PATCH', '/applications/@me', { interactions_endpoint_url: url });
  const click = async (transport?: string): Promise<Outcome> => {
    const sent = await rest<{ id: string }>(
      sandbox,
      'POST',
      `/channels/${channelNamed(guild, 'events')}/messages`,
      { components: [{ type: 1, components: [{ type: 2, style: 1, label: 'x', custom_id: 'go' }] }] },
    );
    const use = { message_id: sent.body.id, user_id: userNamed(guild, 'ada'), custom_id: 'go' };
    const body = transport === undefined ? use : { ...use, transport };
    return (await control<Outcome>(sandbox, 'POST', '/interactions/component', body)).body;
  };

  it('an endpoint is set after a PING and a wrong signature', async () => {
    const answer = await setEndpoint(endpoint.url);
    expect([answer.status, answer.body.interactions_endpoint_url]).toEqual([200, endpoint.url]);
    expect(endpoint.received.map((i) => i['type'])).toEqual([1]);
    expect(endpoint.forged).toBe(1);
    expect((await application()).interactions_endpoint_url).toBe(endpoint.url);
    await setEndpoint(null);
    expect((await application()).interactions_endpoint_url).toBeNull();
  });

  it.each<[string, (endpoint: TestEndpoint) => string]>([
    ['does not refuse wrong signatures', (it) => ((it.strict = false), it.url)],
    ['knows another key', (it) => ((publicKey = '00'.repeat(32)), it.url)],
    ['is not there', () => 'http://127.0.0.1:9/'],
    ['is no address', () => 'nonsense'],
  ])('is not set when it %s', async (_why, spoil) => {
    const answer = await setEndpoint(spoil(endpoint));
    expect([answer.status, answer.body.code]).toEqual([400, 50035]);
    expect(answer.body.errors?.interactions_endpoint_url._errors[0]?.code).toBe(
      'APPLICATION_INTERACTIONS_ENDPOINT_URL_INVALID',
    );
    expect((await application()).interactions_endpoint_url).toBeNull();
  });

  it('it then gets all interactions, signed, and the gateway none', async () => {
    await setEndpoint(endpoint.url);
    const client = await RawClient.identified(sandbox);
    endpoint.handle = () => ({ body: { type: 4, data: { content: 'by HTTP' } } });
    expect(await click()).toMatchObject({ type: 4, data: { content: 'by HTTP' }, failed: null });
    expect(endpoint.received.at(-1)).toMatchObject({ type: 3, locale: 'fr', data: { custom_id: 'go' } });
    await client.settle();
    expect(client.names).not.toContain('INTERACTION_CREATE');
    expect(client.all('MESSAGE_CREATE').map((m) => m['content'])).toContain('by HTTP');
  });

  it('`transport` chooses the way', async () => {
    expect((await click('http')).failed).toBe('the application has no interactions endpoint');
    await setEndpoint(endpoint.url);
    const before = endpoint.received.length;
    expect((await click('gateway')).failed).toBe('no answer within 0.4 s');
    expect(endpoint.received).toHaveLength(before);
  });

  it('fails without an answer in time', async () => {
    await setEndpoint(endpoint.url);
    endpoint.handle = () => null;
    expect((await click()).failed).toBe('no answer within 0.4 s');
  });

  it.each([
    [{ status: 500 }, 'the endpoint answered 500'],
    [{ body: { type: 8 } }, 'not valid'],
    [{ status: 200 }, 'it is not JSON'],
  ])('fails for the answer %j', async (reply, reason) => {
    await setEndpoint(endpoint.url);
    endpoint.handle = () => reply;
    expect((await click()).failed).toContain(reason);
  });

  it('202 lets the bot answer by the callback route; a later answer of the endpoint changes nothing', async () => {
    await setEndpoint(endpoint.url);
    endpoint.handle = async ({ id, token }) => {
      const path = `/interactions/${String(id)}/${String(token)}/callback`;
      await rest(sandbox, 'POST', path, { type: 4, data: { content: 'by callback' } });
      return { status: 202 };
    };
    expect(await click()).toMatchObject({ data: { content: 'by callback' }, failed: null });
    const callback = endpoint.handle;
    endpoint.handle = async (interaction) => {
      await callback(interaction);
      return { body: { type: 4, data: { content: 'twice' } } };
    };
    expect(await click()).toMatchObject({ data: { content: 'by callback' }, failed: null });
    const { body } = await rest<{ content: string }[]>(
      sandbox,
      'GET',
      `/channels/${channelNamed(guild, 'events')}/messages`,
    );
    expect(body.map((m) => m.content).filter((c) => c !== '')).toEqual(['by callback', 'by callback']);
  });

  it('an endpoint that once lets a wrong signature pass is removed', async () => {
    const warned = vi.spyOn(process, 'emitWarning').mockReturnValue(undefined);
    await setEndpoint(endpoint.url);
    expect((await control(sandbox, 'POST', '/interactions/probe')).body).toEqual({ verified: true });
    endpoint.strict = false;
    for (let i = 0; i < 10; i += 1) await click();
    await expect.poll(async () => (await application()).interactions_endpoint_url).toBeNull();
    expect(warned).toHaveBeenCalledWith(expect.stringContaining(endpoint.url));
    warned.mockRestore();
  });
});
