import { createHmac, timingSafeEqual } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { SECRET_PREFIX } from './rules/secret.js';

/** How far the clock of a sender may be from ours, in milliseconds. Standard Webhooks asks for the same. */
const TOLERANCE_MS = 5 * 60_000;

/** Headers of an HTTP request, with lower-case names. */
export type WebhookHeaders = Readonly<Record<string, string | readonly string[] | undefined>>;

/** The headers that prove a delivery, by Standard Webhooks and by the plain HMAC of GitHub's kind. */
export function signedHeaders(
  secret: string,
  id: string,
  body: string,
  now: Date = new Date(),
): Readonly<Record<string, string>> {
  const timestamp = String(Math.floor(now.getTime() / 1_000));
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': standard(secret).sign(id, now, body),
    'x-webhook-timestamp': timestamp,
    'x-signature-256': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`,
  };
}

/**
 * Whether what came in is proven: by the HMAC of its raw body always; by Standard Webhooks as well when it is signed so;
 * and, where it says a time, that it is no older or newer than five minutes.
 */
export function isProven(secret: string, headers: WebhookHeaders, body: Buffer): boolean {
  return (
    hasPlainSignature(secret, headers, body) && isTimely(headers) && agreesWithStandard(secret, headers, body)
  );
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

function agreesWithStandard(secret: string, headers: WebhookHeaders, body: Buffer): boolean {
  if (headers['webhook-signature'] === undefined) return true;
  try {
    const proof = Object.fromEntries(
      ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) => [
        name,
        text(headers, name) ?? '',
      ]),
    );
    standard(secret).verify(body, proof, { jsonParse: false });
    return true;
  } catch {
    return false;
  }
}

/** A header that was sent once. */
export function text(headers: WebhookHeaders, name: string): string | undefined {
  const value = headers[name];
  return typeof value === 'string' ? value : undefined;
}

function standard(secret: string): Webhook {
  return secret.startsWith(SECRET_PREFIX)
    ? new Webhook(secret)
    : new Webhook(new Uint8Array(Buffer.from(secret)), { format: 'raw' });
}
