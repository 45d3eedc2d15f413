import type { Sandbox } from '../../src/index.js';
import { RawClient } from './raw-client.js';
import { rest, type Answer } from './http.js';

/** What comes with every interaction. */
export interface Interaction extends Record<string, unknown> {
  id: string;
  token: string;
  application_id: string;
}

/** A bot without any library: waits for interactions at the gateway and answers by REST. */
export class RawBot {
  private constructor(
    private readonly sandbox: Sandbox,
    readonly client: RawClient,
  ) {}

  static async start(sandbox: Sandbox): Promise<RawBot> {
    return new RawBot(sandbox, await RawClient.identified(sandbox));
  }

  /** Registers global commands. */
  async register(commands: object[]): Promise<void> {
    await rest(this.sandbox, 'PUT', `/applications/${this.sandbox.applicationId}/commands`, commands);
  }

  async interaction(): Promise<Interaction> {
    return (await this.client.dispatched('INTERACTION_CREATE')) as Interaction;
  }

  /** The first answer. */
  async answer<T>(to: Interaction, type: number, data?: object, query = ''): Promise<Answer<T>> {
    const body = data === undefined ? { type } : { type, data };
    return rest<T>(this.sandbox, 'POST', `/interactions/${to.id}/${to.token}/callback${query}`, body);
  }

  /** A call below the interaction's webhook: follow-ups, and edits of what was answered. */
  async hook<T>(to: Interaction, method: string, path = '', body?: object): Promise<Answer<T>> {
    return rest<T>(this.sandbox, method, `/webhooks/${to.application_id}/${to.token}${path}`, body);
  }
}
