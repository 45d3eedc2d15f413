import { Injectable } from '@nestjs/common';
import { DiscordFailure } from '../../common/discord-failure.js';
import { conflict } from '../../common/errors.js';
import { nonceOf } from '../../common/nonce.js';
import { MessagesApi } from '../../discord-api/messages.api.js';
import type { Locale } from '../../languages/languages.js';
import { missingFor, type PermissionName } from '../guilds/rules/permissions.js';
import { ServerChecks } from '../guilds/server-checks.js';
import { ServerPermissions } from '../guilds/server-permissions.js';
import { menuBody, parseRoleMenuId, type RoleMenu } from './rules/role-menu.js';

/** What became of a menu's message: `refusal` says why Discord does not take it. */
interface Shown {
  readonly message_id: string | null;
  readonly refusal: string | null;
}

/** The messages of role menus on Discord. */
@Injectable()
export class MenuMessages {
  constructor(
    private readonly checks: ServerChecks,
    private readonly permissions: ServerPermissions,
    private readonly discord: MessagesApi,
  ) {}

  /**
   * @throws invalid `channel_id` · conflict `bot_permission_missing` naming what the bot lacks
   * @throws DiscordFailure when Discord cannot be asked
   */
  async requireAllowed(guildId: string, channelId: string): Promise<void> {
    await this.checks.requireChannel(guildId, channelId);
    const held = await this.permissions.heldOn(guildId);
    if (held === null) return;
    const missing = new Set<PermissionName>([
      ...missingFor('roles', held, null),
      ...missingFor('signup_messages', held, channelId),
    ]);
    if (missing.size > 0)
      throw conflict('bot_permission_missing', `The bot lacks there: ${[...missing].join(', ')}.`);
  }

  /** Edits the message, or posts it where there is none. @throws DiscordFailure when Discord is away */
  async show(menu: RoleMenu, names: ReadonlyMap<string, string>, locale: Locale): Promise<Shown> {
    const body = menuBody(menu, names, locale);
    try {
      const known = menu.message_id ?? (await this.findLost(menu));
      if (known !== null && (await this.edit(menu, known, body))) return { message_id: known, refusal: null };
      return { message_id: await this.post(menu, body), refusal: null };
    } catch (error) {
      if (!(error instanceof DiscordFailure) || error.treatment === 'wait') throw error;
      return { message_id: menu.message_id, refusal: error.message };
    }
  }

  /** @throws DiscordFailure when Discord is away */
  async remove(menu: RoleMenu): Promise<void> {
    const messageId = menu.message_id ?? (await this.findLost(menu));
    if (messageId === null) return;
    try {
      await this.discord.delete(menu.channel_id, messageId);
    } catch (error) {
      if (!(error instanceof DiscordFailure) || error.treatment === 'wait') throw error;
    }
  }

  /** The message of a menu that was posted without our hearing of it. */
  private async findLost({ id, channel_id, created_at, updated_at }: RoleMenu): Promise<string | null> {
    // What was made this moment has not been posted yet.
    if (created_at.getTime() === updated_at.getTime()) return null;
    return this.discord.findOwn(channel_id, (customId) => parseRoleMenuId(customId)?.menuId === id);
  }

  /** @returns false when the message is gone */
  private async edit({ channel_id }: RoleMenu, messageId: string, body: object): Promise<boolean> {
    try {
      await this.discord.edit(channel_id, messageId, body);
      return true;
    } catch (error) {
      if (error instanceof DiscordFailure && error.treatment === 'gone') return false;
      throw error;
    }
  }

  /** A lost answer is asked for again: Discord gives back the message that it has for the nonce. */
  private async post({ id, channel_id, updated_at }: RoleMenu, body: object): Promise<string> {
    const nonce = nonceOf('role-menu', id, updated_at.getTime());
    try {
      return await this.discord.post(channel_id, body, nonce);
    } catch (error) {
      if (!(error instanceof DiscordFailure) || !error.outcomeUnknown) throw error;
      return this.discord.post(channel_id, body, nonce);
    }
  }
}
