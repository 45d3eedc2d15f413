import { Injectable } from '@nestjs/common';
import type { ClientEvents } from 'discord.js';
import { Context, On } from 'necord';
import { parseNoticeId } from '../../features/event-notices/rules/notice-id.js';
import { parseDecisionId } from '../../features/organizations/rules/joining.js';
import { parseRoleMenuId } from '../../features/role-menus/rules/role-menu.js';
import { parseAdoptionId } from '../../features/scheduled-events/rules/adoption.js';
import { parseCustomId } from '../../features/scheduled-events/rules/custom-id.js';
import { textsIn } from '../../languages/languages.js';
import { DATA_IDS } from '../commands/data.commands.js';
import { parseChooseEventId, parseManageId } from '../manage/manage-id.js';
import { parseOrganizerId } from '../organizer/organizer-id.js';
import { parsePayoutId } from '../payouts/payout-id.js';
import { parseSetupId } from '../setup/setup-id.js';
import { answer } from '../answer.js';

/** Answers clicks and forms that no version of VerseLink in service understands, instead of letting them fail silently. */
@Injectable()
export class OutdatedListener {
  @On('interactionCreate')
  async onInteraction(@Context() [interaction]: ClientEvents['interactionCreate']): Promise<void> {
    if (!interaction.isMessageComponent() && !interaction.isModalSubmit()) return;
    if (isUnderstood(interaction.customId)) return;
    await answer(interaction, (locale) => Promise.resolve({ content: textsIn(locale).answers.outdated }));
  }
}

const PARSERS = [
  parseAdoptionId,
  parseChooseEventId,
  parseCustomId,
  parseDecisionId,
  parseManageId,
  parseNoticeId,
  parseOrganizerId,
  parsePayoutId,
  parseRoleMenuId,
  parseSetupId,
];

function isUnderstood(customId: string): boolean {
  if (DATA_IDS.includes(customId)) return true;
  return PARSERS.some((parse) => parse(customId) !== null);
}
