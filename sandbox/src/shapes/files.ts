import {
  MessageFlags,
  type APIAttachment,
  type APIEmbed,
  type APIMessageTopLevelComponent,
} from 'discord-api-types/v10';
import type { UploadRecord } from '../world/application-records.js';
import type { AttachmentRecord, MessageRecord } from '../world/records.js';
import type { World } from '../world/world.js';

/** A message's files in Discord's own form, with the address that serves each. */
export function attachmentShapes(world: World, message: MessageRecord): APIAttachment[] {
  return message.attachments.map((file) => {
    const url = addressOf(world, message, file);
    const ephemeral = message.reader_id === null ? {} : { ephemeral: true };
    return { ...file, url, proxy_url: url, ...ephemeral };
  });
}

/** A file of no message in Discord's own form. */
export function uploadShape(world: World, file: UploadRecord): APIAttachment {
  const place = `${world.ownApplication.application_id}/${file.id}/${encodeURIComponent(file.filename)}`;
  const url = `${world.cdnUrl}/ephemeral-attachments/${place}`;
  return { ...file, url, proxy_url: url, ephemeral: true };
}

/** A message's embeds; `attachment://` in them becomes the address of the message's file. */
export function embedShapes(world: World, message: MessageRecord): APIEmbed[] {
  if (message.flags & MessageFlags.SuppressEmbeds) return [];
  const links = message.link_embeds ?? [];
  if (message.attachments.length === 0) return [...message.embeds, ...links];
  const own = message.embeds.map((embed) => {
    const { image, thumbnail, author, footer } = embed;
    return {
      ...embed,
      ...(image ? { image: { ...image, ...resolved(world, message, image, 'url') } } : {}),
      ...(thumbnail ? { thumbnail: { ...thumbnail, ...resolved(world, message, thumbnail, 'url') } } : {}),
      ...(author ? { author: { ...author, ...resolved(world, message, author, 'icon_url') } } : {}),
      ...(footer ? { footer: { ...footer, ...resolved(world, message, footer, 'icon_url') } } : {}),
    };
  });
  return [...own, ...links];
}

function resolved<Field extends string>(
  world: World,
  message: MessageRecord,
  part: Partial<Record<Field, string>>,
  field: Field,
): object {
  const file = attached(message, part[field]);
  if (!file) return {};
  const url = addressOf(world, message, file);
  return { [field]: url, [`proxy_${field}`]: url };
}

interface Node {
  media?: { url: string };
  file?: { url: string };
  items?: Node[];
  components?: Node[];
  accessory?: Node;
}

/** A message's components, with what Discord tells of the files and pictures in them. */
export function componentShapes(world: World, message: MessageRecord): APIMessageTopLevelComponent[] {
  const shape = (node: Node): Node => ({
    ...node,
    ...(node.media ? { media: unfurled(world, message, node.media.url) } : {}),
    ...(node.file
      ? { file: unfurled(world, message, node.file.url), ...nameOf(message, node.file.url) }
      : {}),
    ...(node.items ? { items: node.items.map(shape) } : {}),
    ...(node.components ? { components: node.components.map(shape) } : {}),
    ...(node.accessory ? { accessory: shape(node.accessory) } : {}),
  });
  return (message.components as unknown as Node[]).map(shape) as unknown as APIMessageTopLevelComponent[];
}

function unfurled(world: World, message: MessageRecord, url: string): { url: string } {
  const file = attached(message, url);
  const address = file ? addressOf(world, message, file) : url;
  const known = file ? { content_type: file.content_type, attachment_id: file.id } : {};
  // A picture from elsewhere has an id of its own at Discord; the message's is good enough to tell it by.
  const media = { id: file?.id ?? message.id, url: address, proxy_url: address, width: null, height: null };
  return { ...media, ...known };
}

function nameOf(message: MessageRecord, url: string): object {
  const file = attached(message, url);
  return { name: file?.filename ?? null, size: file?.size ?? null };
}

function attached(message: MessageRecord, url: string | undefined): AttachmentRecord | undefined {
  const name = /^attachment:\/\/(.+)$/.exec(url ?? '')?.[1];
  return name === undefined ? undefined : message.attachments.find((file) => file.filename === name);
}

function addressOf(
  { cdnUrl }: World,
  { channel_id }: MessageRecord,
  { id, filename }: AttachmentRecord,
): string {
  return `${cdnUrl}/attachments/${channel_id}/${id}/${encodeURIComponent(filename)}`;
}
