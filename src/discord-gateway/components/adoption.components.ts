import { Injectable } from '@nestjs/common';
import type { ButtonInteraction } from 'discord.js';
import { Button, Context } from 'necord';
import { notFound } from '../../common/errors.js';
import { AdoptionService } from '../../features/scheduled-events/adoption.service.js';
import { ADOPTION_PATH, parseAdoptionId } from '../../features/scheduled-events/rules/adoption.js';
import { textsIn } from '../../languages/languages.js';
import { answerInPlace } from '../answer.js';
import { Members } from '../members.js';

/** The buttons below the question whether a scheduled event is to become an event; they ask Discord how it stands when they are used. */
@Injectable()
export class AdoptionComponents {
  constructor(
    private readonly members: Members,
    private readonly adoption: AdoptionService,
  ) {}

  @Button(ADOPTION_PATH)
  async onAnswer(@Context() [interaction]: [ButtonInteraction]): Promise<void> {
    await answerInPlace(interaction, async (locale) => {
      const texts = textsIn(locale);
      const answered = parseAdoptionId(interaction.customId);
      if (answered === null) throw notFound('scheduled_event');
      if (!answered.yes) return { content: texts.serverNotices.adoptDeclined, components: [] };
      const actor = await this.members.actorOf(interaction);
      const { title } = await this.adoption.adopt(actor, answered.guildId, answered.discordEventId);
      return { content: texts.answers.adopted(title), components: [] };
    });
  }
}
