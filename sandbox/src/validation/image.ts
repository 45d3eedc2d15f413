import { createHash } from 'node:crypto';
import type { Reader } from './reader.js';

const SIGNATURES: Readonly<Record<string, RegExp>> = {
  'image/png': /^\x89PNG/,
  'image/jpeg': /^\xff\xd8\xff/,
  'image/gif': /^GIF8[79]a/,
  'image/webp': /^RIFF.{4}WEBP/s,
};

/** What kind of picture some bytes are, by how they begin; null for none that Discord takes. */
export function imageType(bytes: Buffer): string | null {
  const start = bytes.subarray(0, 16).toString('latin1');
  return Object.keys(SIGNATURES).find((type) => SIGNATURES[type]?.test(start)) ?? null;
}

/**
 * Reads a picture sent as a data URI; gives the hash under which Discord keeps it (animated ones have `a_` before it), null
 * where it is to be taken away. Its bytes are then among the body's `pictures`.
 */
export function readImage(body: Reader, field: string, required = false): string | null | undefined {
  const text = body.string(field, { nullable: !required, required });
  if (text === undefined || text === null) return text;
  const data = /^data:image\/(?:jpe?g|png|gif|webp);base64,([A-Za-z0-9+/=\s]+)$/.exec(text)?.[1];
  const bytes = Buffer.from(data ?? '', 'base64');
  const type = imageType(bytes);
  if (type === null) {
    body.fault(field, 'IMAGE_INVALID', 'Invalid image data');
    return undefined;
  }
  const digest = createHash('md5').update(bytes).digest('hex');
  const hash = type === 'image/gif' ? `a_${digest}` : digest;
  body.pictures.push({ hash, bytes });
  return hash;
}
