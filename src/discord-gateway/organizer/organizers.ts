import { Injectable } from '@nestjs/common';
import type { BaseInteraction, User as DiscordUser } from 'discord.js';
import type { Actor } from '../../common/actor.js';
import { conflict, invalid, notFound } from '../../common/errors.js';
import { defined } from '../../common/defined.js';
import { skeleton } from '../../common/names.js';
import { foldText } from '../../common/text.js';
import { EventsService } from '../../features/events/events.service.js';
import type { EventRecord } from '../../features/events/rules/event-record.js';
import type { NewEvent, RoleInput } from '../../features/events/rules/input.js';
import { GuildsService } from '../../features/guilds/guilds.service.js';
import type { Guild } from '../../features/guilds/rules/guild.js';
import { ORGANIZATION_LIMITS } from '../../features/organizations/rules/limits.js';
import { SignupMessagesService } from '../../features/scheduled-events/signup-messages.service.js';
import { completed, contentOf, type Template } from '../../features/templates/rules/template.js';
import { TemplatesService } from '../../features/templates/templates.service.js';
import { UsersService } from '../../features/users/users.service.js';
import { type Locale, textsIn } from '../../languages/languages.js';
import type { Answer } from '../answer.js';
import { Members } from '../members.js';
import { changedOnly, readForm, type EventForm, type Writer } from './event-form.js';
import { draftRows } from './draft-buttons.js';

/** Someone who organizes, and the server where they do. */
export interface Organizer extends Writer {
  readonly actor: Actor;
  readonly guild: Guild;
}

const DEFAULT_MINUTES = 120;
/** Events that a name is looked for among. */
const LOOKED_THROUGH = 100;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const DAY_MS = 86_400_000;
const COMPLETED_LATELY_MS = 30 * DAY_MS;

/** What organizers do by commands, buttons and forms. Who may do it, the rooms say. */
@Injectable()
export class Organizers {
  constructor(
    private readonly members: Members,
    private readonly users: UsersService,
    private readonly guilds: GuildsService,
    private readonly events: EventsService,
    private readonly messages: SignupMessagesService,
    private readonly templates: TemplatesService,
  ) {}

  /** @throws not_found `guild_not_found` where the server belongs to no organization */
  async of(interaction: BaseInteraction & { readonly locale: string }, locale: Locale): Promise<Organizer> {
    const { guildId } = interaction;
    const guild = guildId === null ? null : await this.guilds.find(guildId);
    if (guild === null) throw notFound('guild');
    const actor = await this.members.actorOf(interaction);
    const { timezone } = await this.users.require(actor.user_id);
    return { actor, guild, locale, timezone };
  }

  /**
   * Makes a draft, which survives a restart, and shows it as members will see it.
   * @param form with the name of a template, which says what the form leaves out
   */
  async create(
    organizer: Organizer,
    { template: named, ...form }: EventForm & { readonly template?: string | null },
  ): Promise<Answer> {
    const read = await readForm(form, organizer, new Date());
    if ('faults' in read) return faulty(read.faults, organizer.locale);
    const { actor, guild } = organizer;
    const { start_at_utc: start, ...changes } = defined(read.changes);
    if (start === undefined) throw invalid([{ field: 'start_at_utc', message: 'is missing' }]);
    const template = named ? await this.template(organizer, named) : null;
    const event = await this.templates.complete(actor, template?.id ?? null, {
      ...(template === null && defaultsIn(guild.locale)),
      ...changes,
      org_id: guild.org_id,
      start_at_utc: start,
      state: 'draft',
    });
    return this.preview(organizer, (await this.events.create(actor, event)).id);
  }

  /** @param before what the form started with, when it was filled in beforehand */
  async edit(
    organizer: Organizer,
    eventId: string,
    form: EventForm,
    before: EventForm = {},
  ): Promise<Answer> {
    const read = await readForm(changedOnly(form, before), organizer, new Date());
    if ('faults' in read) return faulty(read.faults, organizer.locale);
    const { roles, ...changes } = defined(read.changes);
    const described = roles && { roles: await this.withDescriptions(organizer, eventId, roles) };
    const event = await this.events.edit(organizer.actor, eventId, { ...changes, ...described });
    if (event.state === 'draft') return this.preview(organizer, eventId);
    return { content: textsIn(organizer.locale).organizer.edited(event.title) };
  }

  /** Roles as somebody wrote them, in words that know no descriptions: those that there are stay. */
  private async withDescriptions(
    organizer: Organizer,
    eventId: string,
    roles: readonly RoleInput[],
  ): Promise<RoleInput[]> {
    const { roles: before } = await this.editable(organizer, eventId);
    return roles.map((role) => {
      const same = before.find(({ name }) => skeleton(name) === skeleton(role.name));
      return { ...role, description: same?.description ?? null };
    });
  }

  /** A draft like another event, at another time. */
  async duplicate(organizer: Organizer, eventId: string, when: string): Promise<Answer> {
    const event = await this.editable(organizer, eventId);
    const read = await readForm({ when }, organizer, new Date());
    if ('faults' in read) return faulty(read.faults, organizer.locale);
    const start = read.changes.start_at_utc ?? event.start_at_utc;
    const fields = completed({ org_id: event.org_id, start_at_utc: start }, contentOf(event), new Date());
    const copy = await this.events.create(organizer.actor, { ...fields, state: 'draft' });
    return this.preview(organizer, copy.id);
  }

  /** A draft in the language of the server, with what can be done with it. */
  async preview(organizer: Organizer, eventId: string): Promise<Answer> {
    const { guild, locale, actor } = organizer;
    const { embeds } = await this.messages.show(eventId, guild);
    const drafts = (await this.list(organizer)).filter(
      ({ id, state, created_by }) => state === 'draft' && id !== eventId && created_by === actor.user_id,
    );
    return {
      content: textsIn(locale).organizer.draft,
      embeds,
      components: draftRows(eventId, drafts, organizer),
    };
  }

  /** An event of the server's organization, for somebody who may change it. @throws not_found, forbidden */
  async editable({ actor, guild }: Organizer, eventId: string): Promise<EventRecord> {
    const event = await this.events.readToChange(actor, eventId);
    if (event.org_id !== guild.org_id) throw notFound('event');
    return event;
  }

  /**
   * Events of the server's organization that are not over, drafts of the organizer's among them.
   * @param word only those whose title contains it
   */
  async list({ actor, guild }: Organizer, word = ''): Promise<EventRecord[]> {
    const from = new Date(Date.now() - DAY_MS);
    const { items } = await this.events.list(actor, { org_id: guild.org_id, from, limit: LOOKED_THROUGH });
    const wanted = foldText(word);
    return items.filter(
      ({ title, state }) =>
        state !== 'completed' && state !== 'cancelled' && foldText(title).includes(wanted),
    );
  }

  /** Events of the server's organization that were completed lately, the latest first. @param word as in `list` */
  async listCompleted({ actor, guild }: Organizer, word = ''): Promise<EventRecord[]> {
    const from = new Date(Date.now() - COMPLETED_LATELY_MS);
    const query = { org_id: guild.org_id, state: 'completed', from, limit: LOOKED_THROUGH } as const;
    const { items } = await this.events.list(actor, query);
    const wanted = foldText(word);
    return items.filter(({ title }) => foldText(title).includes(wanted)).reverse();
  }

  /** As `named`, of those. @throws not_found, conflict `several_match` */
  async completed(organizer: Organizer, named: string): Promise<EventRecord> {
    if (UUID.test(named)) return this.editable(organizer, named);
    const found = await this.listCompleted(organizer, named);
    return this.editable(organizer, theOne('event', found, named, titleOf).id);
  }

  /**
   * The event that an organizer names: by its id, as autocomplete gives it, or by a part of its title.
   * @throws not_found, forbidden as `editable`; conflict `several_match`
   */
  async named(organizer: Organizer, named: string): Promise<EventRecord> {
    if (UUID.test(named)) return this.editable(organizer, named);
    const found = await this.list(organizer, named);
    return this.editable(organizer, theOne('event', found, named, titleOf).id);
  }

  /** The templates of the server's organization, by name. @param word only those whose name contains it */
  async listTemplates({ actor, guild }: Organizer, word = ''): Promise<Template[]> {
    const { max } = ORGANIZATION_LIMITS.templates;
    const { items } = await this.templates.list(actor, guild.org_id, { limit: max });
    const wanted = foldText(word);
    return items.filter(({ name }) => foldText(name).includes(wanted));
  }

  /**
   * The template that an organizer names: by its id, as autocomplete gives it, or by a part of its name.
   * @throws not_found, conflict `several_match`
   */
  async template(organizer: Organizer, named: string): Promise<Template> {
    if (UUID.test(named)) return this.templates.read(organizer.actor, organizer.guild.org_id, named);
    return theOne('template', await this.listTemplates(organizer, named), named, ({ name }) => name);
  }

  /** The account of somebody on the organizer's server; one is made for someone who has none. */
  async accountOf(
    { guild }: Organizer,
    { id, globalName, username }: DiscordUser,
  ): Promise<{ id: string; handle: string }> {
    const handle = globalName ?? username;
    return this.users.accountOf({ discord_id: id, handle, discord_locale: null, guild_id: guild.guild_id });
  }
}

/**
 * The one that is named in full, else the only one whose name contains the words: what changes or deletes something must not guess.
 * @param found those whose names contain the words
 * @throws not_found, conflict `several_match`
 */
export function theOne<Found>(
  what: string,
  found: readonly Found[],
  words: string,
  nameOf: (one: Found) => string,
): Found {
  const inFull = found.filter((one) => foldText(nameOf(one)) === foldText(words));
  const [first, second] = inFull.length > 0 ? inFull : found;
  if (first === undefined) throw notFound(what);
  if (second !== undefined) throw conflict('several_match', 'Several names contain these words.');
  return first;
}

const titleOf = ({ title }: EventRecord): string => title;

/** What an event is when neither the organizer nor a template says it. */
function defaultsIn(locale: Locale): Pick<NewEvent, 'duration_minutes' | 'type' | 'description'> {
  const description = textsIn(locale).organizer.defaultDescription;
  return { duration_minutes: DEFAULT_MINUTES, type: 'autre', description };
}

function faulty(faults: readonly string[], locale: Locale): Answer {
  return { content: [textsIn(locale).form.faulty, ...faults].join('\n') };
}
