import type { FastifyInstance } from 'fastify';
import { keepUpload } from '../../actions/uploads.js';
import type { Context } from '../../context.js';
import { uploadShape } from '../../shapes/files.js';
import { Reader } from '../../validation/reader.js';
import { filesOf } from '../../validation/uploads.js';
import { checkOwn, type InApplication } from './own.js';

/** Files that an activity shows in what its users share. */
export function uploadRoutes(app: FastifyInstance, context: Context): void {
  const { world } = context;

  app.post<InApplication>(
    '/applications/:application_id/attachment',
    { config: { access: 'bearer' } },
    (request) => {
      checkOwn(context, request);
      const body = Reader.of(request.body);
      const file = filesOf(body).find(({ field }) => field === 'file');
      if (!file) body.fault('file', 'BASE_TYPE_REQUIRED', 'This field is required');
      body.issues.refuseIfAny();
      const { filename = '', content_type = '', bytes = Buffer.alloc(0) } = file ?? {};
      return { attachment: uploadShape(world, keepUpload(context, { filename, content_type, bytes })) };
    },
  );
}
