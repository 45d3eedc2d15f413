import { Injectable } from '@nestjs/common';
import { verifyKey } from 'discord-interactions';
import {
  Client,
  DefaultRestOptions,
  InteractionResponseType,
  type APIInteraction,
  type APIInteractionResponse,
  type RESTOptions,
} from 'discord.js';
import { setTimeout as sleep } from 'node:timers/promises';
import { unauthenticated } from '../common/errors.js';
import { Config } from '../config/config.js';
import { InteractionReceipts } from '../features/bot-events/interaction-receipts.js';

/** How far the time that a signature states may be off. */
const LONGEST_OFF_MS = 5 * 60_000;
/** Discord waits 3 s for a first answer; later ones go to the callback's address, where they are as late. */
const ANSWER_WITHIN_MS = 2_500;
/** Discord has to take in that an answer comes later, before the answer can name its token. */
const DEFERRAL_TAKEN_IN_MS = 150;

const CALLBACK = /\/interactions\/(\d+)\/[^/]+\/callback$/;

/** One of the two ways in which handlers are called; discord.js keeps it to itself. */
interface Actions {
  readonly actions: { readonly InteractionCreate: { handle(interaction: APIInteraction): void } };
}

/** A first answer on its way into an HTTP response. */
interface Waiting {
  readonly answer: (body: APIInteractionResponse) => void;
  /** When the response has left. */
  readonly sent: Promise<unknown>;
}

type Send = RESTOptions['makeRequest'];

/** Puts the first answers to interactions that came by HTTP into the responses, instead of calling Discord. */
@Injectable()
export class HttpAnswers {
  private readonly waiting = new Map<string, Waiting>();

  /** Sends what discord.js wants to send to Discord. */
  readonly send: Send = async (url, init) => {
    const id = CALLBACK.exec(new URL(url).pathname)?.[1];
    const waiting = id === undefined ? undefined : this.waiting.get(id);
    // What carries files is left to the callback's address, which takes them too.
    if (id === undefined || waiting === undefined || typeof init.body !== 'string') {
      return DefaultRestOptions.makeRequest(url, init);
    }
    this.waiting.delete(id);
    const body = JSON.parse(init.body) as APIInteractionResponse;
    waiting.answer(body);
    await waiting.sent;
    if (isDeferral(body)) await sleep(DEFERRAL_TAKEN_IN_MS);
    return new Response(null, { status: 204 });
  };

  /**
   * Waits for the first answer of an interaction's handler.
   * @param sent when the HTTP response has left
   * @returns `null` when the handler does not answer in time; what it says later goes to the callback's address
   */
  async to(id: string, sent: Promise<unknown>): Promise<APIInteractionResponse | null> {
    const timeout = new AbortController();
    const answered = new Promise<APIInteractionResponse>((answer) => {
      this.waiting.set(id, { answer, sent });
    });
    const late = sleep(ANSWER_WITHIN_MS, null, { signal: timeout.signal }).catch(() => null);
    try {
      return await Promise.race([answered, late]);
    } finally {
      timeout.abort();
      this.waiting.delete(id);
    }
  }
}

/** Interactions that Discord sends by HTTP. They run the handlers of the gateway, in a process that need not be connected to it. */
@Injectable()
export class HttpInteractions {
  constructor(
    private readonly config: Config,
    private readonly client: Client,
    private readonly answers: HttpAnswers,
    private readonly receipts: InteractionReceipts,
  ) {}

  /**
   * Whether Discord signed a request not long ago.
   * @param timestamp Unix seconds, as the header states them
   * @throws unauthenticated
   */
  async requireSigned(raw: Buffer, signature: string, timestamp: string): Promise<void> {
    const key = this.config.discordPublicKey;
    const off = Math.abs(Date.now() - Number(timestamp) * 1_000);
    const isTimely = /^\d{1,12}$/.test(timestamp) && off <= LONGEST_OFF_MS;
    if (key === null || !isTimely || !/^[0-9a-f]{128}$/i.test(signature)) throw unsigned();
    if (!(await verifyKey(raw, signature, timestamp, key))) throw unsigned();
  }

  /**
   * Has an interaction handled.
   * @param sent when the HTTP response has left
   * @returns its first answer; `null` when there is none in time
   * @throws unauthenticated for one that came before
   */
  async handle(interaction: APIInteraction, sent: Promise<unknown>): Promise<APIInteractionResponse | null> {
    if (!(await this.receipts.isFirst(interaction.id))) throw unsigned();
    const answer = this.answers.to(interaction.id, sent);
    // Nothing here is sold by Discord, and what is would be looked for at a client that is connected.
    const handled = { ...interaction, entitlements: [] };
    (this.client as unknown as Actions).actions.InteractionCreate.handle(handled);
    return answer;
  }
}

const unsigned = () => unauthenticated('The signature is missing, wrong, too old or was used before.');

function isDeferral({ type }: APIInteractionResponse): boolean {
  return (
    type === InteractionResponseType.DeferredChannelMessageWithSource ||
    type === InteractionResponseType.DeferredMessageUpdate
  );
}
