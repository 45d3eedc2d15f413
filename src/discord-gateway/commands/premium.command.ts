import { Injectable } from '@nestjs/common';
import type { ChatInputCommandInteraction } from 'discord.js';
import { Context, SlashCommand } from 'necord';
import { Config } from '../../config/config.js';
import { EntitlementsService, type MemberPlan } from '../../features/plans/entitlements.service.js';
import type { User } from '../../features/users/rules/user.js';
import { UsersService } from '../../features/users/users.service.js';
import { textsIn } from '../../languages/languages.js';
import type { Texts } from '../../languages/texts.js';
import { answer } from '../answer.js';
import { EVERYWHERE, localized } from './localized.js';

/** `/premium`: the plan that somebody has. It makes no account. */
@Injectable()
export class PremiumCommand {
  constructor(
    private readonly users: UsersService,
    private readonly entitlements: EntitlementsService,
    private readonly config: Config,
  ) {}

  @SlashCommand({ ...localized('premium'), ...EVERYWHERE })
  async premium(@Context() [interaction]: [ChatInputCommandInteraction]): Promise<void> {
    await answer(interaction, async (locale) => {
      const texts = textsIn(locale).premium;
      const [user, plan] = await Promise.all([
        this.users.findByDiscordId(interaction.user.id),
        this.entitlements.describe(interaction.user.id),
      ]);
      if (user === null && plan === null) return { content: texts.noAccount(this.config.publicUrl) };
      const isHome = interaction.guildId === this.config.mainGuildId;
      const lines = [...(user ? accountLines(user, texts) : []), ...planLines(plan, texts, isHome)];
      return { content: lines.join('\n') };
    });
  }
}

function accountLines({ email, created_at }: User, texts: Texts['premium']): string[] {
  return [...(email === null ? [] : [texts.email(email)]), `${texts.account} ${dateTag(created_at)}`];
}

/** @param isHome whether the roles are of the server where it is read; elsewhere Discord cannot show them */
function planLines(plan: MemberPlan | null, texts: Texts['premium'], isHome: boolean): string[] {
  if (plan === null) return [texts.none];
  const { since, until, renews, roles } = plan;
  return [
    texts.active,
    ...(plan.plan === null ? [] : [texts.plan(plan.plan)]),
    `${texts.since} ${dateTag(since)}`,
    ...(until === null ? [] : [`${renews ? texts.renews : texts.ends} ${dateTag(until)}`]),
    ...(roles.length === 0 ? [] : [isHome ? `${texts.gives} ${mentions(roles)}` : texts.givesElsewhere]),
  ];
}

/** A date as each reader's Discord writes it. */
function dateTag(date: Date): string {
  return `<t:${String(Math.floor(date.getTime() / 1_000))}:D>`;
}

function mentions(roleIds: readonly string[]): string {
  return roleIds.map((id) => `<@&${id}>`).join(' ');
}
