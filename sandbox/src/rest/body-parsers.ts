import type { FastifyInstance } from 'fastify';
import { refuse } from '../errors.js';
import { parseJson } from '../validation/json.js';
import { FILES, type UploadedFile } from '../validation/uploads.js';

/** Reads the body types that Discord takes: JSON, forms, and multipart with files and either fields or a `payload_json` part. */
export function addBodyParsers(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addHook('onRequest', (request, _reply, done) => {
    // An empty body has no type, whatever is said of it: aiohttp says `application/octet-stream`.
    const { 'content-length': length = '0', 'transfer-encoding': coding } = request.headers;
    if (length === '0' && coding === undefined) delete request.headers['content-type'];
    done();
  });
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
    try {
      done(null, readJson(body.toString()));
    } catch (error) {
      done(error as Error);
    }
  });
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    (_request, body, done) => {
      done(null, Object.fromEntries(new URLSearchParams(body.toString())));
    },
  );
  app.addContentTypeParser(
    'multipart/form-data',
    { parseAs: 'buffer' },
    async (request: { headers: { 'content-type'?: string | undefined } }, body: Buffer) =>
      parseMultipart(body, request.headers['content-type'] ?? ''),
  );
}

function readJson(text: string): unknown {
  if (text === '') return undefined;
  try {
    return parseJson(text);
  } catch {
    throw refuse(50109);
  }
}

async function parseMultipart(body: Buffer, contentType: string): Promise<unknown> {
  const form = await readForm(body, contentType).catch(() => {
    throw refuse(50035);
  });
  const files: UploadedFile[] = [];
  const fields: Record<string, unknown> = {};
  let payload: unknown = fields;
  for (const [name, part] of form) {
    const index = /^files\[(\d+)\]$/.exec(name)?.[1];
    if (typeof part === 'string') {
      if (name === 'payload_json') payload = readJson(part);
      else fields[name] = part;
    } else {
      const contentType = part.type || 'application/octet-stream';
      files.push({
        field: name,
        index: Number(index ?? files.length),
        filename: part.name,
        content_type: contentType,
        bytes: Buffer.from(await part.arrayBuffer()),
      });
    }
  }
  return Object.assign(payload ?? {}, { [FILES]: files });
}

/**
 * Node's own parser of multipart bodies. It reads all of a body at once, for which its types call it deprecated; the
 * body is in memory here anyway, and bounded.
 */
async function readForm(body: Buffer, contentType: string): Promise<Iterable<[string, string | File]>> {
  const response = new Response(new Uint8Array(body), { headers: { 'content-type': contentType } });
  const reader = response as unknown as { formData(): Promise<Iterable<[string, string | File]>> };
  return reader.formData();
}
