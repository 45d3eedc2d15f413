import { DiscordError } from '../errors.js';
import type { Reader } from '../validation/reader.js';
import { filesOf, type UploadedFile } from '../validation/uploads.js';
import type { AttachmentRecord } from '../world/records.js';

const MOST_FILES = 10;
/** What a bot may upload to a server without boosts. */
const LARGEST_FILE = 10 * 1024 * 1024;
const LONGEST_DESCRIPTION = 1_024;

/** A file that comes with a message, still without the id under which it is kept. */
export interface NewAttachment extends Omit<AttachmentRecord, 'id'> {
  bytes: Buffer;
}

/** The attachments that a body asks for: those that stay, and new ones. */
export interface AttachmentsDraft {
  kept: AttachmentRecord[];
  added: NewAttachment[];
}

/**
 * Reads the files of a body, with what `attachments` says of them (by their place), and which of the `present` ones stay;
 * undefined when all do and none comes. A file that is too large is refused with 40005.
 */
export function readAttachments(
  body: Reader,
  present: readonly AttachmentRecord[],
): AttachmentsDraft | undefined {
  const files = filesOf(body);
  const listed = body.objects('attachments', { max: MOST_FILES });
  if (!listed && files.length === 0) return undefined;
  if (files.some((file) => file.bytes.length > LARGEST_FILE))
    throw new DiscordError(413, 40005, 'Request entity too large');
  const told = new Map((listed ?? []).map((entry) => [entry.snowflake('id') ?? '', entry]));
  const added = files.map((file) => readFile(file, told.get(String(file.index))));
  // An edit that brings files and does not name the present ones keeps them.
  const kept = listed ? present.filter(({ id }) => told.has(id)) : [...present];
  if (kept.length + added.length > MOST_FILES)
    body.fault('attachments', 'BASE_TYPE_MAX_LENGTH', `Must be ${MOST_FILES} or fewer in length.`);
  return { kept, added };
}

function readFile(file: UploadedFile, told: Reader | undefined): NewAttachment {
  const filename = told?.string('filename', { nullable: true, max: 1_024 }) ?? file.filename;
  const description = told?.string('description', { nullable: true, max: LONGEST_DESCRIPTION });
  return {
    // Discord leaves of a name what an address can hold as it is.
    filename: filename.replace(/[^\w.-]+/g, '_'),
    size: file.bytes.length,
    content_type: file.content_type,
    ...(description ? { description } : {}),
    bytes: file.bytes,
  };
}
