/** What jobs that failed alike have in common, as far as their message tells. */
export interface CauseParts {
  /** Discord's own code; `null` for what is no refusal of Discord's. */
  readonly discord_code: number | null;
  /** The channel of a server in which it was refused. */
  readonly channel_id: string | null;
  /** The outgoing webhook whose receiver did not take it. */
  readonly webhook_id: string | null;
}

const UUID = '[\\da-f]{8}(?:-[\\da-f]{4}){3}-[\\da-f]{12}';
/** An id, and what stands before it when it says where something failed. */
const IDS = new RegExp(`(/channels/|<#|Webhook )?(?:${UUID}|\\b\\d{17,20}\\b)`, 'gi');

/**
 * What went wrong, without the ids in which jobs differ that failed alike; those of channels and webhooks stay, since they say where.
 * @param inServer whether the job is about a server; elsewhere each channel is one person's
 */
export function causeOf(message: string, inServer: boolean): string {
  return message.replace(IDS, (id, where: string | undefined) => {
    const stays = where !== undefined && (inServer || where === 'Webhook ');
    return stays ? id : `${where ?? ''}…`;
  });
}

/** What a cause tells. */
export function partsOf(cause: string): CauseParts {
  const [, code] = /\bcode (\d+)\)/.exec(cause) ?? [];
  const [, channel = null] = /(?:\/channels\/|<#)(\d+)/.exec(cause) ?? [];
  const [, webhook = null] = new RegExp(`Webhook (${UUID})`, 'i').exec(cause) ?? [];
  return { discord_code: code === undefined ? null : Number(code), channel_id: channel, webhook_id: webhook };
}
