import type { Reader } from './reader.js';

/** Reads a picture sent as a data URI (JPG, PNG or GIF); gives the hash under which Discord would keep it, null for none. */
export function readImage(body: Reader, field: string): string | null | undefined {
  const image = body.string(field, { nullable: true });
  if (image === undefined || image === null) return image;
  if (!/^data:image\/(jpeg|png|gif);base64,[A-Za-z0-9+/=]+$/.test(image)) {
    body.fault(field, 'IMAGE_INVALID', 'Invalid image data');
    return undefined;
  }
  // A hash has 32 hexadecimal digits.
  return Buffer.from(image.slice(-24)).toString('hex').padStart(32, '0').slice(-32);
}
