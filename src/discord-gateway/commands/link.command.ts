import { Injectable } from '@nestjs/common';
import type { ChatInputCommandInteraction } from 'discord.js';
import { Context, SlashCommand } from 'necord';
import { Config } from '../../config/config.js';
import { SessionsService } from '../../features/sessions/sessions.service.js';
import { UsersService } from '../../features/users/users.service.js';
import { textsIn } from '../../languages/languages.js';
import { answer } from '../answer.js';
import { link, row } from '../layout.js';
import { Members } from '../members.js';
import { EVERYWHERE, localized } from './localized.js';

/** Browsers that are counted. */
const COUNTED = 100;

/** `/link`: the account on the website, which is the one that the Discord account has here already. */
@Injectable()
export class LinkCommand {
  constructor(
    private readonly members: Members,
    private readonly users: UsersService,
    private readonly sessions: SessionsService,
    private readonly config: Config,
  ) {}

  @SlashCommand({ ...localized('link'), ...EVERYWHERE })
  async open(@Context() [interaction]: [ChatInputCommandInteraction]): Promise<void> {
    await answer(interaction, async (locale) => {
      const texts = textsIn(locale).account;
      const actor = await this.members.actorOf(interaction);
      const [{ handle, email }, browsers] = await Promise.all([
        this.users.require(actor.user_id),
        this.sessions.list(actor, COUNTED, null),
      ]);
      const { length } = browsers.items;
      const lines = [
        texts.linked(handle),
        length === 0 ? texts.notSignedIn : texts.signedIn(length),
        ...(email === null ? [] : [texts.email(email)]),
      ];
      const signIn = new URL('/api/v1/auth/discord/login', this.config.publicUrl);
      return { content: lines.join('\n'), components: [row(link(texts.signIn, signIn.toString()))] };
    });
  }
}
