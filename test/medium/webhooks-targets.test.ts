import type { LookupAddress } from 'node:dns';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadConfig } from '../../src/config/load-config.js';
import {
  type ResolveHost,
  resolveBySystem,
  TargetPolicy,
} from '../../src/features/webhooks/target-policy.js';
import { WebhookSender } from '../../src/features/webhooks/webhook-sender.js';
import { startReceiver, type WebhookReceiver } from '../support/webhook-receiver.js';

let receiver: WebhookReceiver;
beforeAll(async () => {
  receiver = await startReceiver();
});
afterAll(() => receiver.close());

const loopback: readonly LookupAddress[] = [{ address: '127.0.0.1', family: 4 }];
const elsewhere: readonly LookupAddress[] = [{ address: '203.0.114.7', family: 4 }];

function policy(resolve: ResolveHost = resolveBySystem, allow = ''): TargetPolicy {
  const config = loadConfig({
    NODE_ENV: 'test',
    RUN: 'api',
    MONGODB_URI: 'mongodb://127.0.0.1/x',
    REDIS_URL: 'redis://127.0.0.1',
    JWT_SECRET: 'x'.repeat(32),
    INTERNAL_API_SECRET: 'x'.repeat(32),
    WEBHOOK_ALLOW_HOSTS: allow,
  });
  return new TargetPolicy(config, resolve);
}

/** Sends to a target, and says what came of it and whether a connection to our receiver was opened. */
async function send(target: string, targets: TargetPolicy, timeoutMs = 5_000) {
  const before = receiver.connections();
  const result = await new WebhookSender(targets).post(target, {}, '{}', timeoutMs);
  return { ...result, reached: receiver.connections() > before };
}

describe('a target on this machine or its network', () => {
  it.each([
    'https://127.0.0.1/',
    'https://2130706433/',
    'https://0x7f000001/',
    'https://0x7f.0.0.1/',
    'https://0177.0.0.1/',
    'https://017700000001/',
    'https://127.1/',
    'https://127.0.0.1./',
    'https://①②⑦.0.0.1/',
    'https://0/',
    'https://0.0.0.0/',
    'https://10.0.0.1/',
    'https://192.168.1.1/',
    'https://172.16.0.1/',
    'https://169.254.169.254/latest/meta-data/',
    'https://100.64.0.1/',
    'https://224.0.0.1/',
    'https://[::]/',
    'https://[::1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[::ffff:7f00:1]/',
    'https://[::127.0.0.1]/',
    'https://[64:ff9b::127.0.0.1]/',
    'https://[fe80::1]/',
    'https://[fd00:ec2::254]/',
    'https://localhost/',
    'https://LOCALHOST./',
    'https://api.localhost/',
    'https://printer.local/',
    'https://metadata.google.internal/',
  ])('%s is refused when it is subscribed, and again when it is sent to', async (target) => {
    // The names resolve to a public address: they are refused for what they are.
    const targets = policy(() => Promise.resolve(elsewhere));
    expect(await targets.faultOf(target)).toMatch(/public host/);
    const withPort = new URL(target);
    withPort.port = String(receiver.port);
    expect(await send(withPort.href, targets)).toMatchObject({
      response_status: null,
      error: 'Not sent: url must lead to a public host',
      reached: false,
    });
  });

  it.each([
    ['http://example.com/', /https/],
    ['ftp://example.com/', /https/],
    ['file:///etc/passwd', /https/],
    ['javascript:alert(1)', /https/],
    ['https://user:pw@example.com/', /credentials/],
    ['not a url', /https/],
  ])('%s is refused', async (target, reason) => {
    expect(await policy(() => Promise.resolve(elsewhere)).faultOf(target)).toMatch(reason);
  });

  it('is refused behind a name', async () => {
    const targets = policy(() => Promise.resolve(loopback));
    expect(await targets.faultOf('https://innocent.example/')).toMatch(/public host/);
    const sent = await send(`https://innocent.example:${String(receiver.port)}/`, targets);
    expect(sent).toMatchObject({ error: 'Not sent: url must lead to a public host', reached: false });
  });

  it('is refused behind a name that has a public address as well', async () => {
    const targets = policy(() => Promise.resolve([...elsewhere, { address: '::ffff:10.0.0.1', family: 6 }]));
    expect(await targets.faultOf('https://innocent.example/')).toMatch(/public host/);
  });

  it('is refused behind a name that changes its answer once it was judged', async () => {
    const answers = [elsewhere, loopback];
    let asked = 0;
    const targets = policy(() => Promise.resolve(answers[Math.min(asked++, 1)] ?? loopback));
    const target = `https://rebinding.example:${String(receiver.port)}/`;
    expect(await targets.faultOf(target)).toBeNull();
    expect(await send(target, targets)).toMatchObject({
      error: 'Not sent: url must lead to a public host',
      reached: false,
    });
    // Judged and connected by one and the same answer: there is no third question.
    expect(asked).toBe(2);
  });

  it('is reached when it is on the list for development, by host and port', async () => {
    const here = `127.0.0.1:${String(receiver.port)}`;
    expect(await send(`http://${here}/listed`, policy(resolveBySystem, here))).toMatchObject({
      response_status: 204,
      reached: true,
    });
    const byName = policy(() => Promise.resolve(loopback), 'receiver.test');
    expect(await send(`http://receiver.test:${String(receiver.port)}/`, byName)).toMatchObject({
      reached: true,
    });
    const otherPort = policy(resolveBySystem, '127.0.0.1:1');
    expect(await send(`http://${here}/`, otherPort)).toMatchObject({ response_status: null, reached: false });
  });
});

describe('a name that does not resolve at the moment', () => {
  it('may be subscribed: every connection looks again', async () => {
    const targets = policy(() => Promise.reject(new Error('ENOTFOUND')));
    expect(await targets.faultOf('https://later.example/')).toBeNull();
  });
});

describe('what a receiver answers', () => {
  const here = () => `http://127.0.0.1:${String(receiver.port)}`;
  const allowed = () => policy(resolveBySystem, '127.0.0.1');

  it('is no success when it is a redirect, which is not followed', async () => {
    receiver.answer('/redirect', { status: 302, headers: { location: `${here()}/secret` } });
    expect(await send(`${here()}/redirect`, allowed())).toMatchObject({
      response_status: 302,
      error: 'The receiver answered 302',
    });
    expect(receiver.of('/secret')).toHaveLength(0);
  });

  it('is read up to a limit, and kept as an excerpt', async () => {
    receiver.answer('/long', { status: 200, body: 'x'.repeat(5_000_000) });
    const { response_status, response_excerpt } = await send(`${here()}/long`, allowed());
    expect({ response_status, response_excerpt }).toEqual({
      response_status: 200,
      response_excerpt: 'x'.repeat(500),
    });
  });

  it('is a success with more headers than most', async () => {
    const headers = Object.fromEntries(
      Array.from({ length: 20 }, (_, index) => [`x-header-${String(index)}`, 'x'.repeat(1_000)]),
    );
    receiver.answer('/headers', { status: 200, headers });
    expect(await send(`${here()}/headers`, allowed())).toMatchObject({ response_status: 200, error: null });
  });

  it('must come in time', async () => {
    receiver.answer('/slow', { status: 200, hang: 'after_headers' });
    const { response_status } = await send(`${here()}/slow`, allowed(), 300);
    expect(response_status).toBe(200);
    const silent = policy(() => new Promise(() => undefined), 'silent.test');
    expect(await send('http://silent.test/', silent, 300)).toMatchObject({
      response_status: null,
      error: 'No answer in time',
    });
  });

  it('may be nothing at all', async () => {
    const closed = await startReceiver();
    await closed.close();
    expect(await send(`http://127.0.0.1:${String(closed.port)}/`, allowed())).toMatchObject({
      response_status: null,
      error: 'The request failed (ECONNREFUSED)',
    });
  });
});
