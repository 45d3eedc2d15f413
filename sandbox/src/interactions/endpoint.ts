import { InteractionResponseType, InteractionType } from 'discord-api-types/v10';
import { isObject } from '../validation/reader.js';
import type { World } from '../world/world.js';
import { signedPost } from './signed-post.js';

/** Discord probes endpoints at times that it does not tell; here it goes with every so many interactions. */
const INTERACTIONS_PER_PROBE = 10;

/** The application's interactions endpoint: tried before it is set, and again from time to time. */
export class Endpoint {
  private delivered = 0;

  constructor(
    private readonly world: World,
    private readonly deadlineMs: number,
  ) {}

  /** Whether an address answers a PING, and refuses one whose signature is wrong. */
  async isVerified(url: string): Promise<boolean> {
    return (await this.answersPing(url)) && (await this.refusesForgery(url));
  }

  private async answersPing(url: string): Promise<boolean> {
    try {
      const response = await signedPost(this.world, url, this.ping(), { deadlineMs: this.deadlineMs });
      const body = await response.json();
      return response.status === 200 && isObject(body) && body['type'] === InteractionResponseType.Pong;
    } catch {
      return false;
    }
  }

  private async refusesForgery(url: string): Promise<boolean> {
    try {
      const forged = { deadlineMs: this.deadlineMs, forged: true };
      return (await signedPost(this.world, url, this.ping(), forged)).status === 401;
    } catch {
      return false;
    }
  }

  /** Notes that an interaction goes to the endpoint; some of them are followed by a probe. */
  async noteDelivery(): Promise<void> {
    this.delivered += 1;
    if (this.delivered % INTERACTIONS_PER_PROBE === 0) await this.probe();
  }

  /**
   * Sends a PING with a wrong signature; an endpoint that does not refuse it is removed. Discord also writes to the
   * owner; the sandbox warns on its standard error. True when the endpoint has stayed.
   */
  async probe(): Promise<boolean> {
    const application = this.world.ownApplication;
    const url = application.interactions_endpoint_url;
    if (url === null || (await this.refusesForgery(url))) return url !== null;
    this.world.application.patch(this.world.ownApplication, { interactions_endpoint_url: null });
    process.emitWarning(
      `${url} did not refuse a wrong signature with 401: Discord has removed it as interactions endpoint`,
    );
    return false;
  }

  private ping(): object {
    return {
      version: 1,
      type: InteractionType.Ping,
      id: this.world.snowflakes.next(),
      application_id: this.world.ownApplication.application_id,
      token: 'ping',
      entitlements: [],
      authorizing_integration_owners: {},
      attachment_size_limit: 0,
    };
  }
}
