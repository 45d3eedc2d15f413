import { RetryLater } from '../../queue/rules/outcome.js';
import type { Capability, ServerFault } from '../guilds/rules/server-fault.js';
import { requireAllowed } from './rules/fault.js';
import type { Mirror, MirrorPart } from './rules/mirror.js';
import type { ClaimedMirror, MirrorChange, MirrorClaimsRepository } from './mirror-claims.repository.js';

/** One turn of work on one mirror, alone, under a claim. */
export class MirrorTurn {
  private current: Mirror;
  private readonly token: string;
  /** Where the signup message goes; `null` when that is not known yet. */
  channelId: string | null = null;
  /** The signup message that this turn has posted. */
  posted: string | null = null;
  /** When what Discord does not take yet can be made. */
  postponedUntil: Date | null = null;

  constructor(
    private readonly mirrors: MirrorClaimsRepository,
    claimed: ClaimedMirror,
    private readonly knownFaults: () => Promise<readonly ServerFault[]>,
  ) {
    this.current = claimed.mirror;
    this.token = claimed.token;
  }

  /** The mirror as last saved. */
  get mirror(): Mirror {
    return this.current;
  }

  /** @throws RetryLater when the claim ran out: somebody else works on this mirror now */
  async save(change: MirrorChange): Promise<void> {
    const saved = await this.mirrors.saveClaimed(this.current.id, this.token, change);
    if (saved === null) throw new RetryLater('Another worker took over this mirror.', 1_000, false);
    this.current = saved;
  }

  /** @throws DiscordFailure what is known to be refused on this server, without asking Discord again */
  async requireAllowed(capability: Capability, channelId: string | null = null): Promise<void> {
    requireAllowed(await this.knownFaults(), capability, channelId);
  }

  /** Leaves a part alone that a person removed on Discord, until it is asked for again. */
  async detach(part: MirrorPart, lastError: string, change: MirrorChange = {}): Promise<void> {
    const detached = [...new Set([...this.current.detached, part])];
    await this.save({ ...change, detached, last_error: lastError });
  }

  /** Discord shows this revision of the event. */
  async confirm(revision: number): Promise<void> {
    await this.mirrors.confirm(this.current, this.token, revision);
  }

  /** Discord shows the event no more. */
  async confirmAbsent(): Promise<void> {
    await this.mirrors.confirmAbsent(this.current.id, this.token);
  }

  /** Drops the record of a mirror that was taken away. */
  async forget(): Promise<void> {
    await this.mirrors.forget(this.current.id);
  }

  /** Keeps the claim. */
  async renew(): Promise<void> {
    await this.mirrors.renew(this.current.id, this.token);
  }

  async release(): Promise<void> {
    await this.mirrors.release(this.current.id, this.token);
  }
}
