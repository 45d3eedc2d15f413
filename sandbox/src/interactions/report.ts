import type { APIMessage, APIInteractionResponse } from 'discord-api-types/v10';

/** An interaction as the control calls and the page see it. */
export interface InteractionReport {
  id: string;
  kind: 'component' | 'command' | 'autocomplete' | 'modal';
  user_id: string;
  channel_id: string;
  guild_id: string | null;
  /** The component or modal, or the name of the command. */
  name: string;
  /** Message whose component was used. */
  message_id: string | null;
  /** Milliseconds until it was acknowledged; null while it was not. */
  ack_ms: number | null;
  /** Type and data of the first answer, as the bot sent them; null while there is none. */
  type: APIInteractionResponse['type'] | null;
  data: unknown;
  /** What the bot sent afterwards, in order: edits of the first answer and follow-up messages. */
  follow_ups: APIMessage[];
  /** Why Discord would show "This interaction failed"; null when it did not fail. */
  failed: string | null;
}
