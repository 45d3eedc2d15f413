import { Injectable, UseInterceptors } from '@nestjs/common';
import type { ChatInputCommandInteraction } from 'discord.js';
import { Context, createCommandGroupDecorator, Options, Subcommand } from 'necord';
import type { Actor } from '../../common/actor.js';
import { escapeMarkup } from '../../common/discord-text.js';
import { DomainError } from '../../common/errors.js';
import { nameFault, tidy } from '../../common/names.js';
import { EXTRA_ANSWERS } from '../../features/events/rules/event.js';
import { EVENT_LIMITS } from '../../features/events/rules/limits.js';
import { holdsSeat } from '../../features/events/rules/roster.js';
import { roleNameOf, type OwnEntry } from '../../features/events/rules/signup-row.js';
import { SignupsService } from '../../features/events/signups.service.js';
import { FeedsService } from '../../features/feeds/feeds.service.js';
import { PayoutsService } from '../../features/payouts/payouts.service.js';
import { SignupMessagesService } from '../../features/scheduled-events/signup-messages.service.js';
import { UsersService } from '../../features/users/users.service.js';
import { type Locale, textsIn } from '../../languages/languages.js';
import type { Texts } from '../../languages/texts.js';
import { answer } from '../answer.js';
import { Members } from '../members.js';
import { describeEvent, fitContent } from './event-lines.js';
import { EVERYWHERE, localized, typed } from './localized.js';
import {
  CalendarOption,
  LanguageOption,
  ShipAutocomplete,
  ShipOptions,
  TimezoneAutocomplete,
  TimezoneOption,
} from './my.options.js';

/** Shares of hauls that are looked through, the latest first. */
const SHARES = 100;

/** `/my`, whose subcommands stand in several classes. */
export const MyCommand = createCommandGroupDecorator({ ...localized('my'), ...EVERYWHERE });

/** `/my events`, `/my ship`, `/my calendar`, `/my timezone` and `/my language`. */
@Injectable()
@MyCommand()
export class MyCommands {
  constructor(
    private readonly members: Members,
    private readonly signups: SignupsService,
    private readonly users: UsersService,
    private readonly feeds: FeedsService,
    private readonly messages: SignupMessagesService,
    private readonly payouts: PayoutsService,
  ) {}

  @Subcommand(localized('myEvents'))
  async events(@Context() [interaction]: [ChatInputCommandInteraction]): Promise<void> {
    await answer(interaction, async (locale) => {
      const texts = textsIn(locale).answers;
      const actor = await this.members.actorOf(interaction);
      const own = await this.signups.listOwn(actor);
      const shares = await this.sharesToReceive(actor, locale);
      if (own.length === 0) return { content: [texts.noSignups, ...shares].join('\n') };
      const lines = own.map((entry) => lineOf(entry, textsIn(locale)));
      const more = (count: number): string => texts.moreSignups(count, typed(['my', 'myData'], locale));
      return { content: fitContent([...shares, `**${texts.mySignups}**`, ...lines], more) };
    });
  }

  @Subcommand(localized('myCalendar'))
  async calendar(
    @Context() [interaction]: [ChatInputCommandInteraction],
    @Options() { revoke }: CalendarOption,
  ): Promise<void> {
    await answer(interaction, async (locale) => {
      const actor = await this.members.actorOf(interaction);
      if (revoke !== true) return { content: await this.newCalendarLink(actor, locale) };
      await this.feeds.revokeAllOwn(actor);
      return { content: textsIn(locale).answers.calendarsRevoked };
    });
  }

  /** The ship that somebody brings to an event that they have signed up for. */
  @UseInterceptors(ShipAutocomplete)
  @Subcommand(localized('myShip'))
  async ship(
    @Context() [interaction]: [ChatInputCommandInteraction],
    @Options() { event, ship }: ShipOptions,
  ): Promise<void> {
    await answer(interaction, async (locale) => {
      const { answers, form } = textsIn(locale);
      const model = tidy(ship);
      if (nameFault(model, EVENT_LIMITS.ship_model) !== null) return { content: form.ship };
      const id = await this.messages.findNamed(interaction.guildId, event);
      const actor = await this.members.actorOf(interaction);
      await this.signups.change(actor, id, { ship_model: model }, interaction.id);
      return { content: answers.ownShip(model) };
    });
  }

  @UseInterceptors(TimezoneAutocomplete)
  @Subcommand(localized('myTimezone'))
  async timezone(
    @Context() [interaction]: [ChatInputCommandInteraction],
    @Options() { timezone }: TimezoneOption,
  ): Promise<void> {
    await answer(interaction, async (locale) => {
      const { organizer, form } = textsIn(locale);
      if (!Intl.supportedValuesOf('timeZone').includes(timezone)) return { content: form.timezone };
      await this.users.changeProfile(await this.members.actorOf(interaction), { timezone });
      return { content: organizer.timezone(timezone) };
    });
  }

  @Subcommand(localized('myLanguage'))
  async language(
    @Context() [interaction]: [ChatInputCommandInteraction],
    @Options() { language }: LanguageOption,
  ): Promise<void> {
    await answer(interaction, async () => {
      await this.users.changeProfile(await this.members.actorOf(interaction), { locale: language });
      return { content: textsIn(language).organizer.language };
    });
  }

  /** A line that says what of past hauls somebody has not received yet; none without such. */
  private async sharesToReceive(actor: Actor, locale: Locale): Promise<string[]> {
    const { items } = await this.payouts.listOwn(actor, { limit: SHARES });
    const open = items.filter(({ received_at }) => received_at === null);
    if (open.length === 0) return [];
    const sum = open.reduce((total, { amount }) => total + amount, 0);
    const command = typed(['my', 'myPayouts'], locale);
    return [textsIn(locale).payout.waiting(open.length, new Intl.NumberFormat(locale).format(sum), command)];
  }

  private async newCalendarLink(actor: Actor, locale: Locale): Promise<string> {
    const texts = textsIn(locale).answers;
    try {
      const { url, webcal_url } = await this.feeds.createOwn(actor, texts.calendarName);
      return texts.calendarLink(url, webcal_url);
    } catch (error) {
      if (error instanceof DomainError && error.code === 'limit_reached') return texts.calendarFull;
      throw error;
    }
  }
}

function lineOf({ event, entry, ahead }: OwnEntry, texts: Texts): string {
  if (entry.status === 'waitlist') return describeEvent(event, `⏳ ${texts.answers.waitingShort(ahead + 1)}`);
  if (entry.status === 'pending') return describeEvent(event, `🕓 ${texts.answers.pendingShort}`);
  if (entry.status === 'offered') {
    const end = Math.floor((entry.offer_expires_at?.getTime() ?? 0) / 1000);
    return describeEvent(event, `📨 ${texts.answers.offeredShort(end)}`);
  }
  const extra = EXTRA_ANSWERS.find((answer) => answer === entry.status && !holdsSeat(answer));
  if (extra !== undefined) return describeEvent(event, texts.signupMessage.answers[extra]);
  return describeEvent(event, `✅ ${escapeMarkup(roleNameOf(event, entry) ?? '')}`.trimEnd());
}
