import { Injectable } from '@nestjs/common';
import {
  ButtonStyle,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type ModalSubmitInteraction,
} from 'discord.js';
import { Button, Context, Modal, Subcommand } from 'necord';
import { conflict } from '../../common/errors.js';
import { foldText } from '../../common/text.js';
import { PrivacyService } from '../../features/privacy/privacy.service.js';
import { HANDLE_MAX } from '../../features/users/rules/user.js';
import { UsersService } from '../../features/users/users.service.js';
import { textsIn } from '../../languages/languages.js';
import { answer, answerInPlace, answerWithForm } from '../answer.js';
import { button, row, textInput } from '../layout.js';
import { Members } from '../members.js';
import { localized } from './localized.js';
import { MyCommand } from './my.commands.js';

/** The `custom_id` of the buttons below `/my data`, and of the form behind one. */
const EXPORT_ID = 'vd1/export';
const ERASE_ID = 'vd1/erase';
export const DATA_IDS: readonly string[] = [EXPORT_ID, ERASE_ID];

/** What Discord takes as a file of an answer is 10 MiB. */
const FILE_LIMIT = 10 * 1024 * 1024;

/** `/my data`: what is held about somebody, as a file; and its erasure, confirmed by their name. */
@Injectable()
@MyCommand()
export class DataCommands {
  constructor(
    private readonly members: Members,
    private readonly users: UsersService,
    private readonly privacy: PrivacyService,
  ) {}

  @Subcommand(localized('myData'))
  async open(@Context() [interaction]: [ChatInputCommandInteraction]): Promise<void> {
    await answer(interaction, (locale) => {
      const texts = textsIn(locale).account;
      const buttons = [
        button(EXPORT_ID, texts.export, ButtonStyle.Primary),
        button(ERASE_ID, texts.erase, ButtonStyle.Danger),
      ];
      return Promise.resolve({ content: texts.data, components: [row(...buttons)] });
    });
  }

  @Button(EXPORT_ID)
  async export(@Context() [interaction]: [ButtonInteraction]): Promise<void> {
    await answer(interaction, async (locale) => {
      const held = await this.privacy.export(await this.members.actorOf(interaction));
      const attachment = Buffer.from(JSON.stringify(held, null, 2));
      if (attachment.length > FILE_LIMIT) throw conflict('export_too_large', 'It does not fit into a file.');
      return { content: textsIn(locale).account.exported, files: [{ attachment, name: 'verselink.json' }] };
    });
  }

  @Button(ERASE_ID)
  async confirm(@Context() [interaction]: [ButtonInteraction]): Promise<void> {
    await answerWithForm(interaction, async (locale) => {
      const texts = textsIn(locale).account;
      const { user_id } = await this.members.actorOf(interaction);
      const { handle } = await this.users.require(user_id);
      const field = { id: 'handle', label: texts.confirmLabel, placeholder: handle, max: HANDLE_MAX };
      return { custom_id: ERASE_ID, title: texts.confirmTitle, components: [textInput(field)] };
    });
  }

  @Modal(ERASE_ID)
  async erase(@Context() [interaction]: [ModalSubmitInteraction]): Promise<void> {
    await answerInPlace(interaction, async (locale) => {
      const actor = await this.members.actorOf(interaction);
      const { handle } = await this.users.require(actor.user_id);
      if (foldText(interaction.fields.getTextInputValue('handle')) !== foldText(handle))
        throw conflict('name_does_not_match', 'The name is another one.');
      await this.privacy.erase(actor);
      return { content: textsIn(locale).account.erased, components: [] };
    });
  }
}
