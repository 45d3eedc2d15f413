import { Injectable } from '@nestjs/common';
import {
  Locale as DiscordLocale,
  PermissionFlagsBits,
  type BaseInteraction,
  type ButtonInteraction,
  type ChannelSelectMenuInteraction,
  type ChatInputCommandInteraction,
  type ModalSubmitInteraction,
  type StringSelectMenuInteraction,
} from 'discord.js';
import { Button, ChannelSelect, Context, Modal, SlashCommand, StringSelect } from 'necord';
import type { Actor } from '../../common/actor.js';
import { conflict, DomainError, forbidden, notFound } from '../../common/errors.js';
import { nameFault, tidy } from '../../common/names.js';
import { GuildsService } from '../../features/guilds/guilds.service.js';
import { CHANNEL_LAYOUTS, type Guild, type GuildChanges } from '../../features/guilds/rules/guild.js';
import { ServerSetupService } from '../../features/guilds/server-setup.service.js';
import { OrganizationsService } from '../../features/organizations/organizations.service.js';
import { ORGANIZATION_NAME, ORGANIZATION_TAG } from '../../features/organizations/rules/organization.js';
import { type Locale, localeFromDiscord, LOCALES } from '../../languages/languages.js';
import { answer, answerInPlace, answerWithForm, type Answer } from '../answer.js';
import { localized, ON_SERVERS } from '../commands/localized.js';
import { Members } from '../members.js';
import { chosenReminders } from '../reminder-menu.js';
import { CHANNEL_SETTINGS, parseSetupId, SETUP_PATH } from './setup-id.js';
import { choicePage, foundingForm, settingsPage } from './setup-page.js';

/** What a menu of Discord holds. */
const CHOICES = 25;

/** What Discord says of every server that has chosen no language. */
const UNCHOSEN: string = DiscordLocale.EnglishUS;

/** Somebody who sets a server up. */
interface Person {
  readonly actor: Actor;
  readonly guildId: string;
  /** The language that the server's messages are to have. */
  readonly guildLocale: Locale;
  readonly locale: Locale;
}

/** `/setup`: connects a server to an organization, and is its settings page afterwards. */
@Injectable()
export class SetupCommands {
  constructor(
    private readonly members: Members,
    private readonly guilds: GuildsService,
    private readonly setup: ServerSetupService,
    private readonly organizations: OrganizationsService,
  ) {}

  @SlashCommand({
    ...localized('setup'),
    defaultMemberPermissions: PermissionFlagsBits.ManageGuild,
    ...ON_SERVERS,
  })
  async open(@Context() [interaction]: [ChatInputCommandInteraction]): Promise<void> {
    await answer(interaction, async (locale) => this.pageFor(await this.personOf(interaction, locale)));
  }

  @Button(SETUP_PATH)
  async onButton(@Context() [interaction]: [ButtonInteraction]): Promise<void> {
    const action = parseSetupId(interaction.customId);
    // A form has to be the first answer: it does not wait for Discord to say what the person may; what comes back is checked.
    if (action === 'found')
      return answerWithForm(interaction, (locale) => Promise.resolve(foundingForm(locale)));
    await answerInPlace(interaction, async (locale) => {
      const person = await this.personOf(interaction, locale);
      if (action === 'free_seats' || action === 'keep_seats')
        await this.chooseSeatsOfLeavers(person, action === 'free_seats');
      if (action !== 'mend') return this.pageFor(person);
      return this.settings(person, await this.setup.mend(person.actor, person.guildId));
    });
  }

  @Modal(SETUP_PATH)
  async onFounded(@Context() [interaction]: [ModalSubmitInteraction]): Promise<void> {
    await answerInPlace(interaction, async (locale) => {
      const person = await this.personOf(interaction, locale);
      const name = tidy(interaction.fields.getTextInputValue('name'));
      const tag = tidy(interaction.fields.getTextInputValue('tag'));
      const isLegal = nameFault(name, ORGANIZATION_NAME) === null && ORGANIZATION_TAG.test(tag);
      if (!isLegal) throw conflict('organization_invalid', 'The name or the tag is not one.');
      await this.setup.requireManager(person.actor, person.guildId);
      const { id } = await this.organizations.create(person.actor, { name, tag });
      return this.connect(person, id);
    });
  }

  @StringSelect(SETUP_PATH)
  async onChoice(@Context() [interaction]: [StringSelectMenuInteraction]): Promise<void> {
    await answerInPlace(interaction, async (locale) => {
      const person = await this.personOf(interaction, locale);
      const [chosen = ''] = interaction.values;
      const action = parseSetupId(interaction.customId);
      if (action === 'organization') return this.connect(person, chosen);
      if (action === 'channel_layout') return this.change(person, layoutChosen(chosen));
      if (action === 'reminders') return this.change(person, remindersOf(interaction.values));
      const language = LOCALES.find((known) => known === chosen);
      return this.change(person, language === undefined ? {} : { locale: language });
    });
  }

  @ChannelSelect(SETUP_PATH)
  async onChannel(@Context() [interaction]: [ChannelSelectMenuInteraction]): Promise<void> {
    await answerInPlace(interaction, async (locale) => {
      const action = parseSetupId(interaction.customId);
      const setting = CHANNEL_SETTINGS.find((known) => known === action);
      if (setting === undefined) throw notFound('guild');
      const person = await this.personOf(interaction, locale);
      return this.change(person, { [setting]: interaction.values[0] ?? null });
    });
  }

  /** The settings of a server that the person's organization has connected, else the organizations to choose from. */
  private async pageFor(person: Person): Promise<Answer> {
    const { actor, guildId, locale } = person;
    try {
      return await this.settings(person, await this.guilds.administered(actor, guildId));
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      if (error.kind === 'forbidden')
        throw forbidden('Only admins of the organization may set its servers up.', 'org_admin_required');
      if (error.kind !== 'not_found') throw error;
    }
    await this.setup.requireManager(actor, guildId);
    return choicePage(await this.organizations.administeredBy(actor, CHOICES), locale);
  }

  private async connect(person: Person, orgId: string): Promise<Answer> {
    const { actor, guildId, guildLocale } = person;
    const server = { guild_id: guildId, org_id: orgId, locale: guildLocale };
    return this.settings(person, await this.guilds.register(actor, server));
  }

  private async change(person: Person, changes: GuildChanges): Promise<Answer> {
    return this.settings(person, await this.guilds.update(person.actor, person.guildId, changes));
  }

  /** A setting of the organization, whatever the server. */
  private async chooseSeatsOfLeavers({ actor, guildId }: Person, frees: boolean): Promise<void> {
    const { org_id } = await this.guilds.administered(actor, guildId);
    await this.organizations.update(actor, org_id, { free_seats_of_leavers: frees });
  }

  private async settings({ actor, locale }: Person, guild: Guild): Promise<Answer> {
    const organization = await this.organizations.see(actor, guild.org_id);
    return settingsPage(await this.setup.look(guild), organization, locale);
  }

  /** @throws not_found outside of servers */
  private async personOf(
    interaction: BaseInteraction & { readonly locale: string },
    locale: Locale,
  ): Promise<Person> {
    const { guildId, guildLocale } = interaction;
    if (guildId === null) throw notFound('guild');
    const actor = await this.members.actorOf(interaction);
    return { actor, guildId, guildLocale: serverLanguage(guildLocale, locale), locale };
  }
}

/** Which layout there was is kept for when staff ask for an event's channels. */
function layoutChosen(chosen: string): GuildChanges {
  const layout = CHANNEL_LAYOUTS.find((known) => known === chosen);
  return layout === undefined
    ? { auto_create_channels: false }
    : { auto_create_channels: true, channel_layout: layout };
}

/** No time at all switches reminders off; which times there were is kept for when they are switched on elsewhere. */
function remindersOf(chosen: readonly string[]): GuildChanges {
  if (chosen.length === 0) return { reminder_enabled: false };
  return { reminder_enabled: true, reminder_offsets_minutes: chosenReminders(chosen) };
}

/** The language that a server has chosen; else that of the person who sets it up, whose server it likely is. */
function serverLanguage(guildLocale: string | null, locale: Locale): Locale {
  return guildLocale === UNCHOSEN ? locale : localeFromDiscord(guildLocale);
}
