import { Injectable } from '@nestjs/common';
import type { ChatInputCommandInteraction } from 'discord.js';
import { Context, Subcommand } from 'necord';
import { notFound } from '../../common/errors.js';
import { AttendanceService } from '../../features/attendance/attendance.service.js';
import { bar, type Rated } from '../../features/attendance/rules/attendance.js';
import { GuildsService } from '../../features/guilds/guilds.service.js';
import { OrganizationsService } from '../../features/organizations/organizations.service.js';
import { type Locale, textsIn } from '../../languages/languages.js';
import { answer } from '../answer.js';
import { Members } from '../members.js';
import { EventCommand } from './event-command.js';
import { fitContent } from './event-lines.js';
import { localized } from './localized.js';
import { MyCommand } from './my.commands.js';

/** Members that are shown; the table has all. */
const SHOWN = 20;

/** `/event attendance`: how often members came, for the staff. */
@Injectable()
@EventCommand()
export class EventAttendanceCommand {
  constructor(
    private readonly members: Members,
    private readonly guilds: GuildsService,
    private readonly organizations: OrganizationsService,
    private readonly attendance: AttendanceService,
  ) {}

  @Subcommand(localized('eventAttendance'))
  async show(@Context() [interaction]: [ChatInputCommandInteraction]): Promise<void> {
    await answer(interaction, async (locale) => {
      const { attendance: texts, answers } = textsIn(locale);
      const guild = interaction.guildId === null ? null : await this.guilds.find(interaction.guildId);
      if (guild === null) throw notFound('guild');
      const actor = await this.members.actorOf(interaction);
      const total = await this.attendance.total(actor, guild.org_id);
      if (total.events === 0) return { content: texts.nothing };
      const { name } = await this.organizations.see(actor, guild.org_id);
      const { items, next_cursor } = await this.attendance.list(actor, guild.org_id, { limit: SHOWN });
      const table = await this.attendance.export(actor, guild.org_id, locale);
      const lines = [
        texts.heading(name),
        `${barOf(total, locale)} · ${texts.total(total.events, total.signed_up)}`,
        ...items.map((member) => lineOf(member.handle, member, locale)),
        ...(next_cursor === null ? [] : [answers.inTable]),
      ];
      return {
        content: fitContent(lines, () => answers.inTable),
        files: [{ attachment: Buffer.from(table.content), name: table.file_name }],
      };
    });
  }
}

/** `/my attendance`: how often one came oneself. */
@Injectable()
@MyCommand()
export class MyAttendanceCommand {
  constructor(
    private readonly members: Members,
    private readonly attendance: AttendanceService,
  ) {}

  @Subcommand(localized('myAttendance'))
  async show(@Context() [interaction]: [ChatInputCommandInteraction]): Promise<void> {
    await answer(interaction, async (locale) => {
      const { attendance: texts, answers } = textsIn(locale);
      const own = await this.attendance.listOwn(await this.members.actorOf(interaction));
      if (own.length === 0) return { content: texts.nothingOwn };
      const lines = [texts.own, ...own.map((one) => lineOf(one.org_name, one, locale))];
      return { content: fitContent(lines, answers.more) };
    });
  }
}

function barOf({ attendance_rate: rate }: Rated, locale: Locale): string {
  return rate === null ? bar(0) : `${bar(rate)} ${textsIn(locale).attendance.rate(Math.round(rate * 100))}`;
}

function lineOf(name: string, figures: Rated, locale: Locale): string {
  const { attended, signed_up, no_shows, minutes } = figures;
  const { attendance: texts, signupMessage } = textsIn(locale);
  const time = minutes === 0 ? '' : signupMessage.minutes(minutes);
  return `${barOf(figures, locale)} · ${texts.line(name, attended, signed_up, no_shows, time)}`;
}
