import { truncateMarkdown } from '../../../common/discord-text.js';
import type { Texts } from '../../../languages/texts.js';
import type { Event } from '../../events/rules/event.js';
import type { DirectMessage } from '../../notifications/rules/direct-message.js';
import { formatNoticeId } from './notice-id.js';
import type { Notice, Wording } from './notice.js';

/** The length of a message's text (docs/discord.md). */
const CONTENT_LIMIT = 2_000;
/** Discord's numbers for a row, a button, and a button's looks. */
const TYPE = { row: 1, button: 2 } as const;
const STYLE = { secondary: 2, link: 5 } as const;

type EventTexts = Texts['eventNotices'];

/** What a message about a notice is made of. */
export interface NoticeContent {
  readonly notice: Notice;
  readonly event: Event;
  readonly wording: Wording;
  /** Until when an offered seat is held; `null` for anything else. */
  readonly until: Date | null;
  readonly texts: EventTexts;
  /** Where the event's signup message is; `null` where there is none. */
  readonly link: string | null;
  /** Tells the message from every other one. */
  readonly key: string;
}

/** A message in a server's channel. */
export interface ChannelPost {
  readonly content: string;
  readonly embeds?: readonly { readonly description: string }[];
  readonly components: readonly object[];
  /** It pings exactly these people, no role and nobody else. */
  readonly allowed_mentions: { readonly parse: readonly []; readonly users: readonly string[] };
}

/**
 * What a channel is told.
 * @param mentioned Discord ids of those whom it pings
 * @param isFallback whether it is for people whom no direct message reached
 */
export function channelPost(
  content: NoticeContent,
  mentioned: readonly string[],
  isFallback: boolean,
): ChannelPost {
  const { notice, texts, key } = content;
  const people = mentioned.map((id) => `<@${id}>`).join(' ');
  const heading = isFallback ? texts.unreached(people) : people;
  const lines = [headline(content), ...details(content), ...(heading === '' ? [] : [heading])];
  const directly = {
    type: TYPE.button,
    style: STYLE.secondary,
    label: texts.directly,
    custom_id: formatNoticeId('panel', 'all', key),
  };
  return {
    content: lines.join('\n'),
    ...(notice.message !== null && { embeds: [{ description: notice.message }] }),
    components: [{ type: TYPE.row, components: [...linkOf(content), directly] }],
    allowed_mentions: { parse: [], users: mentioned },
  };
}

/** What a person is told directly, with a button that switches such messages off. */
export function directMessage(content: NoticeContent): DirectMessage {
  const { notice, texts, link, key } = content;
  const lines = [
    headline(content),
    ...details(content),
    ...(notice.message === null ? [] : [notice.message]),
  ];
  return {
    content: truncateMarkdown(lines.join('\n'), CONTENT_LIMIT),
    fields: [],
    buttons: [
      ...(link === null ? [] : [{ label: texts.open, url: link }]),
      { label: texts.off[notice.kind], custom_id: formatNoticeId('off', notice.kind, key), quiet: true },
    ],
  };
}

function headline({ wording, event, texts }: NoticeContent): string {
  return texts[wording](event.title, momentOf(event.start_at_utc));
}

function momentOf(time: Date): string {
  const seconds = Math.floor(time.getTime() / 1000);
  return `<t:${seconds}:F> (<t:${seconds}:R>)`;
}

function details({ notice, event, until, texts }: NoticeContent): string[] {
  const { location, cancel_reason: reason, seats, max_participants: max } = event;
  if (notice.kind === 'announcement') return [];
  if (notice.kind === 'cancellation') return reason === null ? [] : [texts.reason(reason)];
  return [
    ...(until === null ? [] : [texts.until(momentOf(until))]),
    ...(location === null ? [] : [texts.place(location)]),
    ...(notice.kind === 'reminder' ? [texts.seats(seats.confirmed, max)] : []),
  ];
}

function linkOf({ texts, link }: NoticeContent): object[] {
  return link === null ? [] : [{ type: TYPE.button, style: STYLE.link, label: texts.open, url: link }];
}
