import { Inject, Injectable, Logger } from '@nestjs/common';
import type { Actor } from '../../common/actor.js';
import { conflict } from '../../common/errors.js';
import type { KeepsPersonalData } from '../../common/personal-data.js';
import { HandlesTrigger } from '../../queue/handles.js';
import { AuditService } from '../audit/audit.service.js';
import { OrganizationsService } from '../organizations/organizations.service.js';
import { UsersService } from '../users/users.service.js';
import { type Erasure, ErasuresRepository } from './erasures.repository.js';

/** The rooms that hold something about people, by the name under which an export shows it. */
export const KEEPERS = Symbol('KEEPERS');
export type Keepers = Readonly<Record<string, KeepsPersonalData>>;

/** So long a process may still take the person for a user: what it wrote meanwhile is found by a last look after it. */
const LAST_LOOK_MS = 120_000;
const BATCH = 50;

/** What is held about a person: shown to them, and erased when they want it. */
@Injectable()
export class PrivacyService {
  private readonly logger = new Logger('Privacy');

  constructor(
    @Inject(KEEPERS) private readonly keepers: Keepers,
    private readonly users: UsersService,
    private readonly organizations: OrganizationsService,
    private readonly erasures: ErasuresRepository,
    private readonly audit: AuditService,
  ) {}

  /** Everything that is held about the actor. */
  async export(actor: Actor): Promise<Record<string, unknown>> {
    const profile = await this.users.require(actor.user_id);
    const person = { user_id: profile.id, discord_id: profile.discord_id };
    const manages = await this.users.managedBy(profile.id);
    const held: Record<string, unknown> = { profile, manages };
    for (const [name, keeper] of Object.entries(this.keepers)) {
      if (keeper.exportOf !== undefined) held[name] = await keeper.exportOf(person);
    }
    return held;
  }

  /**
   * Erases the actor's account and everything that is held about them. Seats become free at once; what is left when the
   * process dies meanwhile, the sweep erases.
   * @throws conflict `owns_organizations` until each of them has another owner
   */
  async erase(actor: Actor): Promise<void> {
    const { discord_id } = await this.users.require(actor.user_id);
    const owned = await this.organizations.ownedBy(actor.user_id);
    if (owned.length > 0) {
      const names = owned.map(({ name }) => name).join(', ');
      throw conflict('owns_organizations', `Give your organizations to other members first: ${names}.`);
    }
    await this.carryOut(await this.erasures.begin({ user_id: actor.user_id, discord_id }));
  }

  /** Ends what was begun. One that fails does not hold up the others, and is tried again. */
  @HandlesTrigger('sweep_erasures')
  async sweep(): Promise<void> {
    for (const erasure of await this.erasures.list(BATCH)) {
      try {
        await this.carryOut(erasure);
      } catch (error) {
        this.logger.error({ err: error, user_id: erasure.user_id }, 'An account is not erased yet');
      }
    }
  }

  private async carryOut(erasure: Erasure): Promise<void> {
    const { user_id, tombstone, requested_at } = erasure;
    const begunBefore = Date.now() - requested_at.getTime();
    // The user goes last: until then they may try again.
    for (const keeper of Object.values(this.keepers)) await keeper.erase(erasure, tombstone);
    await this.organizations.handOver(user_id);
    const existed = await this.users.remove(erasure);
    if (existed) {
      const act = { action: 'account.erased', org_id: null, target_id: tombstone } as const;
      await this.audit.record(null, act);
    }
    if (begunBefore >= LAST_LOOK_MS) await this.erasures.end(user_id);
  }
}
