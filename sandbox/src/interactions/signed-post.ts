import { createPrivateKey, sign } from 'node:crypto';
import type { World } from '../world/world.js';

/**
 * Posts a body with `X-Signature-Ed25519` and `X-Signature-Timestamp` by the application's key; with `forged`, the
 * signature is a wrong one.
 */
export async function signedPost(
  world: World,
  url: string,
  payload: unknown,
  { deadlineMs, forged = false }: { deadlineMs: number; forged?: boolean },
): Promise<Response> {
  const body = JSON.stringify(payload);
  const timestamp = String(Math.floor(world.clock() / 1_000));
  const key = createPrivateKey(world.ownApplication.private_key);
  const signature = sign(null, Buffer.from(timestamp + body), key);
  if (forged) signature.writeUInt8(signature.readUInt8(0) ^ 1, 0);
  return fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'user-agent': 'Discord-Interactions/1.0 (+https://discord.com)',
      'x-signature-ed25519': signature.toString('hex'),
      'x-signature-timestamp': timestamp,
    },
    body,
    signal: AbortSignal.timeout(deadlineMs),
  });
}
