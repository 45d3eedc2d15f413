import { randomBytes } from 'node:crypto';
import {
  type InteractionType,
  type APIMessage,
  type APIMessageInteractionMetadata,
  type GatewayInteractionCreateDispatchData,
} from 'discord-api-types/v10';
import { refuse } from '../errors.js';
import type { Bus } from '../world/bus.js';
import type { World } from '../world/world.js';
import { commonPayload, metadataOf, type UsedCommand } from './payload.js';
import type { InteractionReport } from './report.js';
import type { Scene } from './scene.js';
import { TOKEN_LIFETIME_MS, type InteractionState } from './state.js';

/** How an interaction reaches the bot: over the gateway, or by a signed HTTP request to its endpoint. */
export type Deliver = (payload: GatewayInteractionCreateDispatchData, state: InteractionState) => void;

/** An interaction about to be sent. */
export interface NewInteraction {
  kind: InteractionReport['kind'];
  type: InteractionType;
  scene: Scene;
  data: object;
  /** Custom id or command name, for the report. */
  name: string;
  /** Set when a command is used. */
  command?: UsedCommand;
  /** The message whose component was used, or from which the modal was opened. */
  sourceMessageId?: string | undefined;
  /** Metadata of the interaction that opened the modal. */
  opener?: APIMessageInteractionMetadata;
  /** Further fields of the payload (`message`). */
  extra?: object;
}

/** All interactions of the last quarter of an hour, and what became of them. */
export class Interactions {
  private readonly states = new Map<string, InteractionState>();

  constructor(
    private readonly world: World,
    private readonly bus: Bus,
    private readonly options: { deadlineMs: number; applicationId: string },
  ) {}

  /** Sends an interaction to the bot. It fails by itself if nothing acknowledges it in time. */
  start(wanted: NewInteraction, deliver: Deliver): InteractionState {
    this.forgetOld();
    const id = this.world.snowflakes.next();
    const token = tokenFor(id);
    const { scene, type, sourceMessageId, opener } = wanted;
    const command = wanted.command ? { command: { name: wanted.name, ...wanted.command } } : {};
    const state: InteractionState = {
      id,
      token,
      createdAt: this.world.clock(),
      report: {
        id,
        kind: wanted.kind,
        user_id: scene.userId,
        channel_id: scene.channel.id,
        guild_id: scene.channel.guild_id,
        name: wanted.name,
        message_id: sourceMessageId ?? null,
        ack_ms: null,
        type: null,
        data: null,
        follow_ups: [],
        failed: null,
      },
      metadata: metadataOf(this.world, scene, { id, type, messageId: sourceMessageId, opener, ...command }),
      sourceMessageId: sourceMessageId ?? null,
      originalId: null,
      activityId: null,
      ephemeral: false,
      deadline: undefined,
      watchers: new Set(),
    };
    const seconds = this.options.deadlineMs / 1_000;
    state.deadline = setTimeout(
      () => this.fail(state, `no answer within ${seconds} s`),
      this.options.deadlineMs,
    );
    this.states.set(id, state);
    this.changed(state);
    const common = commonPayload(this.world, this.options.applicationId, scene, { id, token, type });
    deliver(
      { ...common, ...wanted.extra, data: wanted.data } as unknown as GatewayInteractionCreateDispatchData,
      state,
    );
    return state;
  }

  /** Delivery over the gateway. */
  readonly overGateway: Deliver = (payload, state) => {
    this.bus.dispatch('INTERACTION_CREATE', payload, { guild_id: state.report.guild_id });
  };

  /** The interaction that a first answer is for; refuses unknown or expired ones (10062) and second answers (40060). */
  forAnswer(id: string, token: string): InteractionState {
    const state = this.states.get(id);
    if (state?.token !== token || state.report.failed !== null) throw refuse(10062);
    if (state.report.ack_ms !== null) throw refuse(40060);
    return state;
  }

  /** The acknowledged interaction whose token edits and follow-ups use; 10015 unless it is, 50027 once it is too old. */
  forFollowUp(applicationId: string, token: string): InteractionState {
    const state = this.states.get(idIn(token));
    if (applicationId !== this.options.applicationId || state?.token !== token) throw refuse(10015);
    if (this.world.clock() - state.createdAt > TOKEN_LIFETIME_MS) throw refuse(50027);
    if (state.report.ack_ms === null) throw refuse(10015);
    return state;
  }

  get(id: string): InteractionState | undefined {
    return this.states.get(id);
  }

  /** Notes the first answer. */
  acknowledge(state: InteractionState, type: number, data: unknown): void {
    clearTimeout(state.deadline);
    state.report.ack_ms = Math.max(0, this.world.clock() - state.createdAt);
    state.report.type = type;
    state.report.data = data ?? null;
    this.changed(state);
  }

  /** Notes that Discord would show "This interaction failed". */
  fail(state: InteractionState, reason: string): void {
    if (state.report.ack_ms !== null || state.report.failed !== null) return;
    clearTimeout(state.deadline);
    state.report.failed = reason;
    this.changed(state);
  }

  /** Notes an edit of the first answer or a follow-up message. */
  followUp(state: InteractionState, message: APIMessage): void {
    state.report.follow_ups.push(message);
    this.changed(state);
  }

  private changed(state: InteractionState): void {
    this.bus.publish({ kind: 'interaction', interaction: { ...state.report } });
    for (const watcher of state.watchers) watcher();
  }

  private forgetOld(): void {
    // Insertion order is order of age: stop at the first that is young enough. A minute more lets 50027 be told.
    const limit = this.world.clock() - TOKEN_LIFETIME_MS - 60_000;
    for (const state of this.states.values()) {
      if (state.createdAt > limit) return;
      this.states.delete(state.id);
    }
  }

  /** Forgets all; what still waits for an answer fails. */
  clear(): void {
    for (const state of this.states.values()) this.fail(state, 'the sandbox was reset');
    this.states.clear();
  }
}

/** Discord's tokens, too, are a text of this form in base64. */
function tokenFor(id: string): string {
  return Buffer.from(`interaction:${id}:${randomBytes(60).toString('base64url')}`).toString('base64url');
}

function idIn(token: string): string {
  return Buffer.from(token, 'base64url').toString().split(':')[1] ?? '';
}
