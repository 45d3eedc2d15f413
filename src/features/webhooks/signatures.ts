import { createHmac, timingSafeEqual } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { SECRET_PREFIX } from './rules/secret.js';

/** How far the clock of a sender may be from ours, in milliseconds. Standard Webhooks asks for the same. */
const TOLERANCE_MS = 5 * 60_000;

/** Headers of an HTTP request, with lower-case names. */
export type WebhookHeaders = Readonly<Record<string, string | readonly string[] | undefined>>;

/**
 * The headers that prove a delivery, by Standard Webhooks and by the plain HMAC of GitHub's kind.
 * @param secrets the present one, and the one before it while both are valid
 */
export function signedHeaders(
  [secret, previous]: readonly [string, ...string[]],
  id: string,
  body: string,
  now: Date = new Date(),
): Readonly<Record<string, string>> {
  const sign = (key: string): string => webhookOf(key).sign(id, now, body);
  const timestamp = String(Math.floor(now.getTime() / 1_000));
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': previous === undefined ? sign(secret) : `${sign(secret)} ${sign(previous)}`,
    'x-webhook-timestamp': timestamp,
    'x-signature-256': plainSignature(secret, body),
    ...(previous !== undefined && { 'x-signature-256-previous': plainSignature(previous, body) }),
  };
}

function plainSignature(secret: string, body: string): string {
  return `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
}

/** How a delivery that came in is proven. */
export interface Proof {
  /** By `X-Signature-256`, which covers the body alone. */
  readonly plain: boolean;
  /** By Standard Webhooks: the id that is signed together with the time and the body; `null` when not signed so. */
  readonly id: string | null;
}

/**
 * Proves what came in, by Standard Webhooks or by the HMAC of its raw body. Each signature that is there must be right,
 * and each time that is stated no older or newer than five minutes.
 * @returns `null` when it is not proven
 */
export function proofOf(secret: string, headers: WebhookHeaders, body: Buffer): Proof | null {
  const plain = headers['x-signature-256'] !== undefined;
  const standard = headers['webhook-signature'] !== undefined;
  const proven =
    (plain || standard) &&
    (!plain || hasPlainSignature(secret, headers, body)) &&
    (!standard || hasStandardSignature(secret, headers, body));
  if (!proven || !isTimely(headers)) return null;
  return { plain, id: standard ? (text(headers, 'webhook-id') ?? null) : null };
}

function hasPlainSignature(secret: string, headers: WebhookHeaders, body: Buffer): boolean {
  const shown = /^sha256=([0-9a-f]{64})$/i.exec(text(headers, 'x-signature-256') ?? '')?.[1];
  const expected = createHmac('sha256', secret).update(body).digest();
  return shown !== undefined && timingSafeEqual(Buffer.from(shown, 'hex'), expected);
}

function isTimely(headers: WebhookHeaders): boolean {
  const stated = ['x-webhook-timestamp', 'webhook-timestamp'].flatMap((name) => text(headers, name) ?? []);
  return stated.every(
    (value) => /^\d{1,12}$/.test(value) && Math.abs(Date.now() - Number(value) * 1_000) <= TOLERANCE_MS,
  );
}

function hasStandardSignature(secret: string, headers: WebhookHeaders, body: Buffer): boolean {
  const signed = ['webhook-id', 'webhook-timestamp', 'webhook-signature'];
  const proof = Object.fromEntries(signed.map((name) => [name, text(headers, name) ?? '']));
  try {
    webhookOf(secret).verify(body, proof, { jsonParse: false });
    return true;
  } catch {
    return false;
  }
}

/** A header that was sent once. */
function text(headers: WebhookHeaders, name: string): string | undefined {
  const value = headers[name];
  return typeof value === 'string' ? value : undefined;
}

function webhookOf(secret: string): Webhook {
  return secret.startsWith(SECRET_PREFIX)
    ? new Webhook(secret)
    : new Webhook(new Uint8Array(Buffer.from(secret)), { format: 'raw' });
}
