import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../../common/actor.js';
import { decodeCursor, encodeCursor } from '../../common/cursor.js';
import { notFound, outdated } from '../../common/errors.js';
import { type Page, pageOf } from '../../common/page.js';
import { defined } from '../../common/defined.js';
import type { KeepsPersonalData, Person } from '../../common/personal-data.js';
import { AuditService } from '../audit/audit.service.js';
import { EventsService } from '../events/events.service.js';
import { rolesOf } from '../events/rules/edit.js';
import type { NewEvent } from '../events/rules/input.js';
import { GuildRolesService } from '../guilds/guild-roles.service.js';
import { requireRoom } from '../organizations/rules/limits.js';
import {
  completed,
  contentOf,
  EMPTY_FIELDS,
  requireSaid,
  requireTimelyDeadline,
  type Template,
  type TemplateContent,
  type UnfinishedEvent,
} from './rules/template.js';
import { type TemplateChanges, TemplatesRepository } from './templates.repository.js';

/** A template to be made: what is left out is the event's that it is made from, or empty. */
export interface NewTemplate extends TemplateChanges {
  readonly name: string;
  readonly event_id?: string | undefined;
}

/** Templates: what an organization's events have in common, but for when they are. For its staff. */
@Injectable()
export class TemplatesService implements KeepsPersonalData {
  constructor(
    private readonly events: EventsService,
    private readonly roles: GuildRolesService,
    private readonly templates: TemplatesRepository,
    private readonly audit: AuditService,
  ) {}

  /**
   * @throws not_found, forbidden as `EventsService.requireStaff`; not_found without such an event of the organization
   * @throws invalid for what is missing, two roles of one name, Discord roles of other servers
   * @throws conflict `limit_reached`, `template_name_taken`
   */
  async create(actor: Actor, orgId: string, { event_id, name, ...given }: NewTemplate): Promise<Template> {
    await this.events.requireStaff(actor, orgId);
    requireRoom('templates', await this.templates.count(orgId));
    const before = event_id === undefined ? {} : await this.fieldsOfEvent(actor, orgId, event_id);
    const said = { ...before, ...defined(given) };
    requireSaid(said);
    const fields = { ...EMPTY_FIELDS, ...said };
    await this.requireFields(orgId, fields);
    const now = new Date();
    const made = { created_by: actor.user_id, created_at: now, updated_at: now };
    const template = { id: uuidv7(), org_id: orgId, name, ...fields, revision: 0, ...made };
    await this.templates.create(template);
    await this.record(actor, 'template.created', template, given);
    return template;
  }

  /** By name. @throws as `EventsService.requireStaff`; invalid for a cursor of another list */
  async list(
    actor: Actor,
    orgId: string,
    { limit, cursor }: { limit: number; cursor?: string | undefined },
  ): Promise<Page<Template>> {
    await this.events.requireStaff(actor, orgId);
    const after = cursor === undefined ? null : String(decodeCursor(cursor, ['string'])[0]);
    const rows = await this.templates.list(orgId, after, limit + 1);
    return pageOf(rows, limit, ({ name }) => encodeCursor([name]));
  }

  /** @throws as `EventsService.requireStaff`; not_found */
  async read(actor: Actor, orgId: string, id: string): Promise<Template> {
    await this.events.requireStaff(actor, orgId);
    const template = await this.templates.find(orgId, id);
    if (template === null) throw notFound('template');
    return template;
  }

  /**
   * Events that were made from it stay as they are.
   * @param seen the revision that the editor saw; `null` when they do not say
   * @throws as `create`, without the limit; not_found; outdated when it is of another revision by now
   */
  async update(
    actor: Actor,
    orgId: string,
    id: string,
    changes: TemplateChanges,
    seen: number | null = null,
  ): Promise<Template> {
    const before = await this.read(actor, orgId, id);
    // Before what is wrong with it: that may be somebody else's.
    if (seen !== null && seen !== before.revision) throw outdated('template');
    await this.requireFields(orgId, { ...before, ...defined(changes) }, before.signup_role_ids);
    const template = await this.templates.update(orgId, id, defined(changes), seen);
    if (template === null) throw notFound('template');
    await this.record(actor, 'template.changed', template, changes);
    return template;
  }

  /** @throws as `EventsService.requireStaff`; not_found */
  async remove(actor: Actor, orgId: string, id: string): Promise<void> {
    const template = await this.read(actor, orgId, id);
    if (!(await this.templates.remove(orgId, id))) throw notFound('template');
    await this.record(actor, 'template.deleted', template);
  }

  /**
   * An event as it is given, with what a template says of the rest.
   * @param templateId `null` without one
   * @throws as `read`; invalid naming what neither says
   */
  async complete(actor: Actor, templateId: string | null, given: UnfinishedEvent): Promise<NewEvent> {
    const template = templateId === null ? null : await this.read(actor, given.org_id, templateId);
    return completed(given, template, new Date());
  }

  async exportOf({ user_id }: Person): Promise<unknown> {
    return this.templates.listMadeBy(user_id);
  }

  async erase({ user_id }: Person, tombstone: string): Promise<void> {
    await this.templates.replaceMaker(user_id, tombstone);
  }

  /** How many templates an organization has. */
  async countOf(orgId: string): Promise<number> {
    return this.templates.count(orgId);
  }

  private async fieldsOfEvent(actor: Actor, orgId: string, eventId: string): Promise<TemplateContent> {
    const event = await this.events.readToChange(actor, eventId);
    if (event.org_id !== orgId) throw notFound('event');
    return contentOf(event);
  }

  private async requireFields(
    orgId: string,
    fields: TemplateContent,
    known: readonly string[] = [],
  ): Promise<void> {
    const { roles, signup_role_ids } = fields;
    rolesOf(roles, [], uuidv7);
    requireTimelyDeadline(fields);
    if (signup_role_ids.some((role) => !known.includes(role)))
      await this.roles.requireKnown(orgId, signup_role_ids);
  }

  private async record(
    actor: Actor,
    action: `template.${'created' | 'changed' | 'deleted'}`,
    { id, org_id }: Template,
    change: object = {},
  ): Promise<void> {
    await this.audit.record(actor, { action, org_id, target_id: id, change });
  }
}
