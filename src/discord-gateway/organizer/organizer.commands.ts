import { Injectable, UseInterceptors } from '@nestjs/common';
import type { ChatInputCommandInteraction } from 'discord.js';
import { Context, Options, Subcommand } from 'necord';
import { conflict, invalid } from '../../common/errors.js';
import { nameFault, tidy } from '../../common/names.js';
import { EventsService } from '../../features/events/events.service.js';
import type { EventRecord } from '../../features/events/rules/event-record.js';
import { StaffSignups } from '../../features/events/staff-signups.service.js';
import { EVENT_LIMITS } from '../../features/events/rules/limits.js';
import { OrganizationsService } from '../../features/organizations/organizations.service.js';
import { crewOf } from '../../features/organizations/rules/ships.js';
import { TEMPLATE_NAME } from '../../features/templates/rules/template.js';
import { TemplatesService } from '../../features/templates/templates.service.js';
import { textsIn } from '../../languages/languages.js';
import type { Texts } from '../../languages/texts.js';
import { answer, type Answer } from '../answer.js';
import { EventCommand } from '../commands/event-command.js';
import { localized } from '../commands/localized.js';
import { DraftComponents } from './draft.components.js';
import {
  AddOptions,
  AddShipOptions,
  CancelOptions,
  CreateOptions,
  DuplicateOptions,
  EditOptions,
  FromTemplateOptions,
  MemberOptions,
  MoveOptions,
  NamedOptions,
  SaveTemplateOptions,
  TemplateOptions,
} from './event.options.js';
import { OrganizerAutocomplete } from './organizer.autocomplete.js';
import { Organizers, type Organizer } from './organizers.js';

type Command = [ChatInputCommandInteraction];

/** `/event create` and what else organizers do with events. */
@Injectable()
@EventCommand()
@UseInterceptors(OrganizerAutocomplete)
export class OrganizerCommands {
  constructor(
    private readonly organizers: Organizers,
    private readonly events: EventsService,
    private readonly staff: StaffSignups,
    private readonly drafts: DraftComponents,
    private readonly templates: TemplatesService,
    private readonly organizations: OrganizationsService,
  ) {}

  @Subcommand(localized('eventCreate'))
  async create(@Context() [interaction]: Command, @Options() form: CreateOptions): Promise<void> {
    await answer(interaction, async (locale) =>
      this.organizers.create(await this.organizers.of(interaction, locale), form),
    );
  }

  @Subcommand(localized('eventFromTemplate'))
  async fromTemplate(@Context() [interaction]: Command, @Options() form: FromTemplateOptions): Promise<void> {
    await answer(interaction, async (locale) =>
      this.organizers.create(await this.organizers.of(interaction, locale), form),
    );
  }

  @Subcommand(localized('eventSaveTemplate'))
  async saveTemplate(
    @Context() [interaction]: Command,
    @Options() { event, name }: SaveTemplateOptions,
  ): Promise<void> {
    await this.with(interaction, event, async ({ actor }, { id, org_id }, texts) => {
      if (nameFault(tidy(name), TEMPLATE_NAME) !== null)
        throw conflict('template_name_invalid', 'That is no name.');
      const template = await this.templates.create(actor, org_id, { name: tidy(name), event_id: id });
      return { content: texts.templateSaved(template.name) };
    });
  }

  @Subcommand(localized('eventDeleteTemplate'))
  async deleteTemplate(
    @Context() [interaction]: Command,
    @Options() { template: named }: TemplateOptions,
  ): Promise<void> {
    await answer(interaction, async (locale) => {
      const organizer = await this.organizers.of(interaction, locale);
      const { id, org_id, name } = await this.organizers.template(organizer, named);
      await this.templates.remove(organizer.actor, org_id, id);
      return { content: textsIn(locale).organizer.templateDeleted(name) };
    });
  }

  @Subcommand(localized('eventEdit'))
  async edit(
    @Context() [interaction]: Command,
    @Options() { event: named, ...form }: EditOptions,
  ): Promise<void> {
    if (Object.values(form).every((value) => value === null)) {
      return this.drafts.openForm(interaction, async (organizer) => this.organizers.named(organizer, named));
    }
    await this.with(interaction, named, (organizer, { id }) => this.organizers.edit(organizer, id, form));
  }

  @Subcommand(localized('eventDuplicate'))
  async duplicate(
    @Context() [interaction]: Command,
    @Options() { event, when }: DuplicateOptions,
  ): Promise<void> {
    await this.with(interaction, event, (organizer, { id }) =>
      this.organizers.duplicate(organizer, id, when),
    );
  }

  @Subcommand(localized('eventCancel'))
  async cancel(
    @Context() [interaction]: Command,
    @Options() { event, reason }: CancelOptions,
  ): Promise<void> {
    await this.with(interaction, event, async ({ actor }, { id }, texts) => {
      const { title } = await this.events.changeState(actor, id, 'cancel', reason);
      return { content: texts.cancelled(title) };
    });
  }

  @Subcommand(localized('eventStart'))
  async start(@Context() [interaction]: Command, @Options() { event }: NamedOptions): Promise<void> {
    await this.with(interaction, event, async ({ actor }, { id }, texts) => {
      const { title } = await this.events.changeState(actor, id, 'start');
      return { content: texts.started(title) };
    });
  }

  @Subcommand(localized('eventComplete'))
  async complete(@Context() [interaction]: Command, @Options() { event }: NamedOptions): Promise<void> {
    await this.with(interaction, event, async ({ actor }, { id }, texts) => {
      const { title } = await this.events.changeState(actor, id, 'complete');
      return { content: texts.completed(title) };
    });
  }

  @Subcommand(localized('eventDelete'))
  async delete(@Context() [interaction]: Command, @Options() { event }: NamedOptions): Promise<void> {
    await this.with(interaction, event, async ({ actor }, { id, title }, texts) => {
      await this.events.remove(actor, id);
      return { content: texts.dropped(title) };
    });
  }

  @Subcommand(localized('eventAdd'))
  async add(
    @Context() [interaction]: Command,
    @Options() { event, member, role }: AddOptions,
  ): Promise<void> {
    await this.with(interaction, event, async (organizer, found, texts) => {
      const { id: userId, handle } = await this.organizers.accountOf(organizer, member);
      const roleId = role === null ? null : roleOf(found, role);
      const input = { event_id: found.id, role_id: roleId, notes: null, ship_model: null };
      const { entry } = await this.staff.signUpFor(organizer.actor, userId, input);
      const say = entry.status === 'waitlist' ? texts.addedWaiting : texts.added;
      return { content: say(handle, found.title) };
    });
  }

  @Subcommand(localized('eventRemove'))
  async remove(
    @Context() [interaction]: Command,
    @Options() { event, member }: MemberOptions,
  ): Promise<void> {
    await this.with(interaction, event, async (organizer, { id, title }, texts) => {
      const { id: userId, handle } = await this.organizers.accountOf(organizer, member);
      await this.staff.place(organizer.actor, id, userId, { status: 'withdrawn' });
      return { content: texts.removed(handle, title) };
    });
  }

  @Subcommand(localized('eventMove'))
  async move(
    @Context() [interaction]: Command,
    @Options() { event, member, role }: MoveOptions,
  ): Promise<void> {
    await this.with(interaction, event, async (organizer, found, texts) => {
      const { id: userId, handle } = await this.organizers.accountOf(organizer, member);
      const roleId = roleOf(found, role);
      await this.staff.place(organizer.actor, found.id, userId, { role_id: roleId });
      const name = found.roles.find(({ id }) => id === roleId)?.name ?? '';
      return { content: texts.moved(handle, name) };
    });
  }

  @Subcommand(localized('eventAddShip'))
  async addShip(
    @Context() [interaction]: Command,
    @Options() { event, ship, crew }: AddShipOptions,
  ): Promise<void> {
    await this.with(interaction, event, async (organizer, found, texts) => {
      const model = tidy(ship);
      if (nameFault(model, EVENT_LIMITS.ship_model) !== null)
        return { content: textsIn(organizer.locale).form.ship };
      const required = crew ?? crewOf(model, await this.organizations.ownShips(organizer.guild.org_id)) ?? 1;
      const added = { ship_model: model, required_crew: required };
      if (found.fleet_ships.length === EVENT_LIMITS.fleet_ships.max)
        throw conflict('limit_reached', 'The fleet of an event has no more ships.');
      await this.events.edit(organizer.actor, found.id, { fleet_ships: [...found.fleet_ships, added] });
      return { content: texts.shipAdded(model, required, found.title) };
    });
  }

  /** Does something with the event that an organizer names. */
  private async with(
    interaction: ChatInputCommandInteraction,
    named: string,
    work: (organizer: Organizer, event: EventRecord, texts: Texts['organizer']) => Promise<Answer>,
  ): Promise<void> {
    await answer(interaction, async (locale) => {
      const organizer = await this.organizers.of(interaction, locale);
      const event = await this.organizers.named(organizer, named);
      return work(organizer, event, textsIn(locale).organizer);
    });
  }
}

/** A role by its id, as autocomplete gives it, or by its name. @throws invalid */
function roleOf({ roles }: EventRecord, named: string): string {
  const role = roles.find(({ id, name }) => id === named || name === named);
  if (role === undefined) throw invalid([{ field: 'role_id', message: 'is not a role of this event' }]);
  return role.id;
}
