import type { Reader } from './reader.js';

/** A file that came with a message. */
export interface UploadedFile {
  /** The name under which it came. */
  field: string;
  /** Its place: the `n` of `files[n]`. */
  index: number;
  filename: string;
  content_type: string;
  bytes: Buffer;
}

/** Key under which a multipart body carries its files. */
export const FILES = Symbol('files');

/** The files that came with a body. */
export function filesOf(body: Reader): UploadedFile[] {
  return (body.raw(FILES as unknown as string) as UploadedFile[] | undefined) ?? [];
}
