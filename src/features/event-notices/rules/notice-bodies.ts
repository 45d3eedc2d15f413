import { truncateMarkdown } from '../../../common/discord-text.js';
import type { Texts } from '../../../languages/texts.js';
import type { Event } from '../../events/rules/event.js';
import type { DirectMessage, DirectMessageButton } from '../../notifications/rules/direct-message.js';
import { formatCustomId } from '../../scheduled-events/rules/custom-id.js';
import { formatNoticeId } from './notice-id.js';
import { switchOf, type Notice } from './notice.js';

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
  readonly texts: EventTexts;
  /** Where the event's signup message is; `null` where there is none. */
  readonly link: string | null;
  /** Until when a seat is held for its reader; `null` where none is, or for readers together. */
  readonly until: Date | null;
  /** Tells the message from every other one. */
  readonly key: string;
}

/** A message in a server's channel. */
export interface ChannelPost {
  readonly content: string;
  readonly embeds?: readonly { readonly description: string }[];
  readonly components: readonly object[];
  /** It pings exactly these people, no role and no one else. */
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
  const off = switchOf(notice.kind);
  const lines = [
    headline(content),
    ...details(content),
    ...(notice.message === null ? [] : [notice.message]),
  ];
  return {
    content: truncateMarkdown(lines.join('\n'), CONTENT_LIMIT),
    fields: [],
    buttons: [
      ...offerButtons(content),
      ...(link === null ? [] : [{ label: texts.open, url: link }]),
      ...(off === null
        ? []
        : [{ label: texts.off[off], custom_id: formatNoticeId('off', off, key), quiet: true } as const]),
    ],
  };
}

/** With which somebody takes the seat that is held for them, or leaves it to the next. */
function offerButtons({ notice, event, texts }: NoticeContent): DirectMessageButton[] {
  if (notice.kind !== 'offer') return [];
  return (['accept', 'decline'] as const).map((action) => ({
    label: texts[action],
    custom_id: formatCustomId({ action, event_id: event.id, part: 0 }),
  }));
}

function headline({ notice, event, texts }: NoticeContent): string {
  const seconds = Math.floor(event.start_at_utc.getTime() / 1000);
  return texts[notice.kind](event.title, `<t:${seconds}:F> (<t:${seconds}:R>)`);
}

function details({ notice, event, texts, until }: NoticeContent): string[] {
  const { location, cancel_reason: reason, seats, max_participants: max } = event;
  if (notice.kind === 'announcement') return [];
  if (notice.kind === 'cancellation') return reason === null ? [] : [texts.reason(reason)];
  return [
    ...(location === null ? [] : [texts.place(location)]),
    ...(notice.kind === 'offer' && until !== null
      ? [texts.offerUntil(`<t:${Math.floor(until.getTime() / 1000)}:R>`)]
      : []),
    ...(notice.kind === 'reminder' ? [texts.seats(seats.confirmed, max)] : []),
  ];
}

function linkOf({ texts, link }: NoticeContent): object[] {
  return link === null ? [] : [{ type: TYPE.button, style: STYLE.link, label: texts.open, url: link }];
}
