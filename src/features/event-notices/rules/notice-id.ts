import { DM_KINDS, type DmKind } from '../../users/rules/user.js';

/**
 * What a button below a message asks for: the page of what somebody is told directly, or to switch something on or off there.
 * `all` stands for every kind: whether they want direct messages at all.
 */
export interface NoticeAction {
  readonly action: 'panel' | 'on' | 'off';
  readonly kind: DmKind | 'all';
  /** Tells the message that it stands below from every other one. */
  readonly key: string;
}

/** The `custom_id` of such a button, for necord, which fills the places in. */
export const NOTICE_PATH = 'vn1/:action/:kind/:key';

/** On the page itself, which is no notice. */
export const NO_KEY = '-';

/** As `NOTICE_PATH`. */
export function formatNoticeId(
  action: NoticeAction['action'],
  kind: NoticeAction['kind'],
  key = NO_KEY,
): string {
  return `vn1/${action}/${kind}/${key}`;
}

/** What a `custom_id` asks for, or `null` when it is none of a notice's. */
export function parseNoticeId(customId: string): NoticeAction | null {
  const [, action, kind, key] = /^vn1\/(panel|on|off)\/(\w+)\/([\w-]{1,25})$/.exec(customId) ?? [];
  const known = (['all', ...DM_KINDS] as const).find((candidate) => candidate === kind);
  if (action === undefined || known === undefined || key === undefined) return null;
  return { action: action as NoticeAction['action'], kind: known, key };
}
