import type { APIMessage, GatewayDispatchEvents, GatewayDispatchPayload } from 'discord-api-types/v10';
import type { InteractionReport } from '../interactions/report.js';
import type { RequestEntry } from '../rest/request-entry.js';

interface ExceptionData {
  event_id: string;
  event_exception_id: string;
  guild_id: string;
  is_canceled: boolean;
}

/** Dispatches that Discord sends and does not document (discord-api-docs #8009). */
interface Undocumented {
  GUILD_SCHEDULED_EVENT_EXCEPTION_CREATE: ExceptionData;
  GUILD_SCHEDULED_EVENT_EXCEPTION_UPDATE: ExceptionData;
  GUILD_SCHEDULED_EVENT_EXCEPTION_DELETE: ExceptionData;
}

/** Names of gateway dispatches: `GUILD_CREATE`, `MESSAGE_CREATE`, … */
export type DispatchName = `${GatewayDispatchEvents}` | keyof Undocumented;

type DataOf<Payload, Name> = Payload extends { t: infer Names extends string; d: infer Data }
  ? Name extends `${Names}`
    ? Data
    : never
  : never;

/** The `d` of a dispatch. */
export type DispatchData<Name extends DispatchName> = Name extends keyof Undocumented
  ? Undocumented[Name]
  : DataOf<GatewayDispatchPayload, Name>;

/** Where a dispatch belongs: decides which shard gets it and, for messages, by which intent. */
export interface DispatchScope {
  /** null: direct messages, or the bot's own account. */
  guild_id: string | null;
}

/** Something that happened, for those who listen: gateway sessions and the page. */
export type Signal =
  /** What the gateway sends to bots, in Discord's own form. */
  | ({ kind: 'dispatch'; t: DispatchName; d: DispatchData<DispatchName> } & DispatchScope)
  /** A message that only `reader_id` sees; the gateway does not carry it. */
  | { kind: 'ephemeral'; action: 'create' | 'update' | 'delete'; reader_id: string; message: APIMessage }
  /** A new state of an interaction: sent, acknowledged, failed, modal to open, choices to offer. */
  | { kind: 'interaction'; interaction: InteractionReport }
  /** A REST call was answered. */
  | { kind: 'request'; request: RequestEntry }
  /** Everything was emptied: load all anew. */
  | { kind: 'reset' };

/** Hands every signal, in order, to every listener. A listener must not throw and must not block. */
export class Bus {
  private readonly listeners = new Set<(signal: Signal) => void>();

  /** Listens to all signals; call the function it gives to stop. */
  subscribe(listener: (signal: Signal) => void): () => void {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  }

  publish(signal: Signal): void {
    for (const listener of this.listeners) listener(signal);
  }

  /** Publishes a gateway dispatch. */
  dispatch<Name extends DispatchName>(t: Name, d: DispatchData<Name>, scope: DispatchScope): void {
    this.publish({ kind: 'dispatch', t, d: d, guild_id: scope.guild_id });
  }
}
