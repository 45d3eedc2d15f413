import type { UploadRecord } from '../world/application-records.js';
import type { Parts } from '../world/parts.js';

/** Keeps a file that belongs to no message. */
export function keepUpload(
  { world }: Pick<Parts, 'world'>,
  { bytes, ...file }: Omit<UploadRecord, 'id' | 'size'> & { bytes: Buffer },
): UploadRecord {
  const id = world.snowflakes.next();
  world.files.put(id, bytes);
  return world.uploads.put({ id, ...file, size: bytes.length });
}
