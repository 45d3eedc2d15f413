import { Injectable } from '@nestjs/common';
import { PermissionFlagsBits, type ChatInputCommandInteraction } from 'discord.js';
import { Context, SlashCommand } from 'necord';
import { GuildsService } from '../../features/guilds/guilds.service.js';
import type { Guild } from '../../features/guilds/rules/guild.js';
import { ServerPermissions } from '../../features/guilds/server-permissions.js';
import { OrgMembersService } from '../../features/organizations/org-members.service.js';
import type { MemberRole } from '../../features/organizations/rules/organization.js';
import { SignupMessagesService } from '../../features/scheduled-events/signup-messages.service.js';
import { type Locale, textsIn } from '../../languages/languages.js';
import type { Texts } from '../../languages/texts.js';
import { answer } from '../answer.js';
import { link, page, row, text } from '../layout.js';
import { Members } from '../members.js';
import { EVERYWHERE, localized, typed } from './localized.js';

type Command = readonly (keyof Texts['commands'])[];

const FOR_ANYONE: readonly Command[] = [
  ['my', 'myEvents'],
  ['my', 'myShip'],
  ['my', 'myAttendance'],
  ['my', 'myPayouts'],
  ['my', 'myCalendar'],
  ['my', 'myTimezone'],
  ['my', 'myLanguage'],
  ['my', 'myReminders'],
  ['my', 'myData'],
  ['link'],
  ['premium'],
];
const FOR_MEMBERS: readonly Command[] = [
  ['event', 'eventList'],
  ['event', 'eventShow'],
  ['event', 'eventParticipants'],
];
const JOIN: Command = ['organization', 'organizationJoin'];
const FOR_STAFF: readonly Command[] = [
  ['event', 'eventCreate'],
  ['event', 'eventFromTemplate'],
  ['event', 'eventSaveTemplate'],
  ['event', 'eventDeleteTemplate'],
  ['event', 'eventEdit'],
  ['event', 'eventDuplicate'],
  ['series', 'seriesCreate'],
  ['series', 'seriesList'],
  ['series', 'seriesSkip'],
  ['series', 'seriesStop'],
  ['event', 'eventStart'],
  ['event', 'eventComplete'],
  ['event', 'eventCancel'],
  ['event', 'eventDelete'],
  ['event', 'eventAdopt'],
  ['event', 'eventRepost'],
  ['event', 'eventAdd'],
  ['event', 'eventMove'],
  ['event', 'eventRemove'],
  ['event', 'eventAddShip'],
  ['event', 'eventAttendance'],
  ['event', 'eventPayout'],
  ['organization', 'organizationRequests'],
];

/** Where somebody asks for help, and what they are there. */
interface Place {
  /** `null` where no organization has connected the server, and in direct messages. */
  readonly guild: Guild | null;
  readonly role: MemberRole | null;
  readonly managesServer: boolean;
  readonly hasEvents: boolean;
}

/** `/help`: what somebody can do where they are, the next step first. */
@Injectable()
export class HelpCommand {
  constructor(
    private readonly members: Members,
    private readonly guilds: GuildsService,
    private readonly orgMembers: OrgMembersService,
    private readonly messages: SignupMessagesService,
    private readonly permissions: ServerPermissions,
  ) {}

  @SlashCommand({ ...localized('help'), ...EVERYWHERE })
  async open(@Context() [interaction]: [ChatInputCommandInteraction]): Promise<void> {
    await answer(interaction, async (locale) => {
      const texts = textsIn(locale).help;
      if (interaction.guildId === null) {
        const invite = row(link(texts.invite, this.permissions.inviteUrl(null)));
        return page([text(texts.inMessages), ...section(texts.forYou, FOR_ANYONE, locale), invite]);
      }
      const place = await this.placeOf(interaction, interaction.guildId);
      const isStaff = place.role === 'admin' || place.role === 'staff';
      const forMembers = place.role === null ? [...FOR_MEMBERS, JOIN] : FOR_MEMBERS;
      return page([
        text(nextStep(place, locale)),
        ...section(texts.events, place.guild === null ? [] : forMembers, locale),
        ...section(texts.organizing, isStaff ? FOR_STAFF : [], locale),
        ...section(texts.server, place.managesServer || place.role === 'admin' ? [['setup']] : [], locale),
        ...section(texts.forYou, FOR_ANYONE, locale),
      ]);
    });
  }

  private async placeOf(interaction: ChatInputCommandInteraction, guildId: string): Promise<Place> {
    const managesServer = interaction.memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? false;
    const guild = await this.guilds.find(guildId);
    if (guild === null) return { guild, role: null, managesServer, hasEvents: false };
    const { user_id } = await this.members.actorOf(interaction);
    const [role, upcoming] = await Promise.all([
      this.orgMembers.roleOf(guild.org_id, user_id),
      this.messages.listUpcoming(guildId),
    ]);
    return { guild, role, managesServer, hasEvents: upcoming.length > 0 };
  }
}

/** What to do next, by what somebody is where they are. */
function nextStep({ guild, role, managesServer, hasEvents }: Place, locale: Locale): string {
  const { next } = textsIn(locale).help;
  if (guild === null) return managesServer ? next.connect(typed(['setup'], locale)) : next.notConnected;
  if (role === 'admin' && guild.event_channel_id === null)
    return next.chooseChannel(typed(['setup'], locale));
  if (hasEvents) return next.join(typed(['event', 'eventList'], locale));
  if (role === 'admin' || role === 'staff') return next.create(typed(['event', 'eventCreate'], locale));
  return next.wait(typed(['my', 'myEvents'], locale));
}

function section(heading: string, commands: readonly Command[], locale: Locale): object[] {
  if (commands.length === 0) return [];
  const lines = commands.map((keys) => `\`${typed(keys, locale)}\` ${descriptionOf(keys, locale)}`);
  return [text([`**${heading}**`, ...lines].join('\n'))];
}

function descriptionOf(keys: Command, locale: Locale): string {
  const last = keys.at(-1);
  return last === undefined ? '' : textsIn(locale).commands[last].description;
}
