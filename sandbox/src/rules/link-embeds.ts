import { EmbedType, type APIEmbed } from 'discord-api-types/v10';

/** Links in angle brackets get no embed. */
const LINK = /(?<!<)https?:\/\/[^\s<>]+/g;
const PICTURE = /\.(?:png|jpe?g|gif|webp)$/i;
const VIDEO = /\.(?:mp4|webm|mov)$/i;
const MOST = 5;

/**
 * The embeds that a text's links get. Discord looks every page up; the sandbox reaches for no network, so it can tell only
 * what an address itself says: that it is a picture or a video.
 */
export function linkEmbeds(text: string): APIEmbed[] {
  const links = [...new Set(text.match(LINK) ?? [])].slice(0, MOST);
  return links.flatMap((url): APIEmbed[] => {
    const media = { url, proxy_url: url, width: 0, height: 0 };
    const path = URL.canParse(url) ? new URL(url).pathname : '';
    if (PICTURE.test(path)) return [{ type: EmbedType.Image, url, thumbnail: media }];
    return VIDEO.test(path) ? [{ type: EmbedType.Video, url, video: media }] : [];
  });
}
