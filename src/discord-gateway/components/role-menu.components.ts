import { Injectable } from '@nestjs/common';
import type { ButtonInteraction } from 'discord.js';
import { Button, Context } from 'necord';
import { notFound } from '../../common/errors.js';
import { parseRoleMenuId, ROLE_MENU_PATH } from '../../features/role-menus/rules/role-menu.js';
import { RoleMenusService } from '../../features/role-menus/role-menus.service.js';
import { textsIn } from '../../languages/languages.js';
import { answer } from '../answer.js';
import { Members } from '../members.js';

/** The buttons of role menus. */
@Injectable()
export class RoleMenuComponents {
  constructor(
    private readonly members: Members,
    private readonly menus: RoleMenusService,
  ) {}

  @Button(ROLE_MENU_PATH)
  async onButton(@Context() [interaction]: [ButtonInteraction]): Promise<void> {
    await answer(interaction, async (locale) => {
      const id = parseRoleMenuId(interaction.customId);
      if (id === null) throw notFound('role_menu');
      const actor = await this.members.actorOf(interaction);
      const { add, remove } = await this.menus.choose(actor, id.menuId, id.roleId);
      const texts = textsIn(locale).roleMenu;
      return { content: texts.chosen(add.map(mention), remove.map(mention)) };
    });
  }
}

const mention = (roleId: string): string => `<@&${roleId}>`;
