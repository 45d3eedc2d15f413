import type { FastifyInstance } from 'fastify';
import { keepUpload } from '../actions/uploads.js';
import type { Context } from '../context.js';
import { uploadShape } from '../shapes/files.js';
import { Reader } from '../validation/reader.js';

/** What somebody has chosen from their disk, for an option of a command or a field of a modal: there its id stands. */
export function uploadControlRoutes(app: FastifyInstance, context: Context): void {
  /** `{filename, content_type?, data}`, where `data` is base64. */
  app.post('/uploads', (request) => {
    const body = Reader.of(request.body);
    const filename = body.string('filename', { required: true, min: 1, max: 1_024 }) ?? '';
    const type = body.string('content_type', { nullable: true }) ?? 'application/octet-stream';
    const data = body.string('data', { required: true }) ?? '';
    body.issues.refuseIfAny();
    const file = { filename, content_type: type, bytes: Buffer.from(data, 'base64') };
    return uploadShape(context.world, keepUpload(context, file));
  });
}
