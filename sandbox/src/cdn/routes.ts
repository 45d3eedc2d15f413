import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Context } from '../context.js';
import { imageType } from '../validation/image.js';

interface OfPicture {
  Params: { id: string; file: string };
}
interface OfAttachment {
  Params: { channel_id: string; attachment_id: string; filename: string };
}

/** Whose pictures are kept under their hash; the paths that Discord documents, with or without an extension. */
const PICTURES = [
  'avatars',
  'icons',
  'banners',
  'splashes',
  'discovery-splashes',
  'home-headers',
  'guild-events',
  'app-icons',
  'channel-icons',
];
/** One grey dot: what people without a picture have, and all that can be drawn here. */
export const DOT = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNoaGj4DwAFhAKAjM1mJgAAAABJRU5ErkJggg==',
  'base64',
);

/** A CDN is asked by HEAD, too: how large a file is, and whether it is there. */
const WITH_HEAD = { exposeHeadRoute: true };

/** The content delivery network: attachments and pictures, as they were uploaded, at Discord's paths. */
export function cdnRoutes(app: FastifyInstance, { world }: Pick<Context, 'world'>): void {
  app.get<OfAttachment>(
    '/attachments/:channel_id/:attachment_id/:filename',
    WITH_HEAD,
    ({ params }, reply) => {
      const message = world.messagesByChannel
        .of(params.channel_id)
        .find((m) => m.attachments.some((file) => file.id === params.attachment_id));
      const file = message?.attachments.find((one) => one.id === params.attachment_id);
      if (file?.filename !== params.filename) return notFound(reply);
      return send(reply, world.files.get(file.id), file.content_type);
    },
  );

  app.get<OfAttachment>(
    '/ephemeral-attachments/:channel_id/:attachment_id/:filename',
    WITH_HEAD,
    ({ params }, reply) => {
      const file = world.uploads.get(params.attachment_id);
      if (file?.filename !== params.filename) return notFound(reply);
      return send(reply, world.files.get(file.id), file.content_type);
    },
  );

  for (const kind of PICTURES) {
    app.get<OfPicture>(`/${kind}/:id/:file`, WITH_HEAD, ({ params }, reply) =>
      picture(reply, hashIn(params.file)),
    );
  }
  app.get<{ Params: { file: string } }>('/emojis/:file', WITH_HEAD, ({ params }, reply) =>
    picture(reply, world.emojis.get(hashIn(params.file))?.hash ?? ''),
  );
  app.get<{ Params: { file: string } }>('/stickers/:file', WITH_HEAD, ({ params }, reply) =>
    picture(reply, world.stickers.get(hashIn(params.file))?.hash ?? ''),
  );
  app.get<{ Params: { file: string } }>('/soundboard-sounds/:file', WITH_HEAD, ({ params }, reply) =>
    send(reply, world.files.get(world.sounds.get(params.file)?.hash ?? ''), 'audio/mpeg'),
  );
  app.get('/embed/avatars/:file', WITH_HEAD, (_request, reply) => send(reply, DOT, 'image/png'));

  function picture(reply: FastifyReply, hash: string): FastifyReply {
    const bytes = /^\w+$/.test(hash) ? world.files.get(hash) : undefined;
    return send(reply, bytes, bytes && (imageType(bytes) ?? undefined));
  }
}

function hashIn(file: string): string {
  return file.replace(/\.\w+$/, '');
}

function send(
  reply: FastifyReply,
  bytes: Buffer | undefined,
  type = 'application/octet-stream',
): FastifyReply {
  if (!bytes) return notFound(reply);
  // What was uploaded must not run as a page of this address.
  return reply
    .headers({
      'content-type': /^(image\/(?!svg)|video\/|audio\/|text\/plain)/.test(type)
        ? type
        : 'application/octet-stream',
      'x-content-type-options': 'nosniff',
      'cache-control': 'public, max-age=31536000',
      'access-control-allow-origin': '*',
    })
    .send(bytes);
}

function notFound(reply: FastifyReply): FastifyReply {
  return reply.status(404).type('text/plain').send('');
}
