import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../../common/actor.js';
import { decodeCursor, encodeCursor } from '../../common/cursor.js';
import { conflict, hiddenAs, invalid, notFound } from '../../common/errors.js';
import { pageOf, type Page } from '../../common/page.js';
import { AuditService } from '../audit/audit.service.js';
import { GuildsService } from '../guilds/guilds.service.js';
import type { Guild } from '../guilds/rules/guild.js';
import { requireRoom } from '../organizations/rules/limits.js';
import { MenuMessages } from './menu-messages.js';
import { MenuRoles } from './menu-roles.js';
import { RoleMenusRepository, type RoleMenuChanges } from './role-menus.repository.js';
import { MENU_ROLES, type MenuChoice, type RoleMenu } from './rules/role-menu.js';

/** A menu as an admin asks for it. */
export interface RoleMenuInput extends Pick<
  RoleMenu,
  'guild_id' | 'channel_id' | 'title' | 'description' | 'discord_role_ids' | 'max'
> {
  /** Mappings of the server, whose roles are offered too. */
  readonly mapping_ids: readonly string[];
}

/** Which page, and of which server. */
export interface RoleMenusQuery {
  /** All servers that the actor administers when left out. */
  readonly guild_id?: string | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** Menus with which members take and leave roles themselves. A menu belongs to one registration of its server. */
@Injectable()
export class RoleMenusService {
  constructor(
    private readonly menus: RoleMenusRepository,
    private readonly guilds: GuildsService,
    private readonly roles: MenuRoles,
    private readonly messages: MenuMessages,
    private readonly audit: AuditService,
  ) {}

  /**
   * Publishes a menu.
   * @throws not_found · forbidden · invalid naming a channel or roles that cannot be used
   * @throws conflict `limit_reached`, `bot_permission_missing`, `role_menu_refused`
   * @throws DiscordFailure when Discord cannot be asked
   */
  async publish(actor: Actor, { mapping_ids, ...asked }: RoleMenuInput): Promise<RoleMenu> {
    const guild = await this.guilds.administered(actor, asked.guild_id);
    requireRoom('role_menus', await this.menus.count(guild.guild_id));
    const mapped = await this.roles.mapped(actor, guild.guild_id, mapping_ids);
    const input = { ...asked, discord_role_ids: [...new Set([...asked.discord_role_ids, ...mapped])] };
    requireMax(input);
    await this.messages.requireAllowed(guild.guild_id, input.channel_id);
    const names = await this.roles.requireOffered(guild.guild_id, input.discord_role_ids);
    const now = new Date();
    const menu: RoleMenu = {
      ...input,
      id: uuidv7(),
      message_id: null,
      registered_at: guild.created_at,
      created_at: now,
      updated_at: now,
    };
    await this.menus.create(menu);
    const shown = await this.show(menu, names, guild, true);
    await this.audit.record(actor, {
      action: 'role_menu.created',
      org_id: guild.org_id,
      target_id: menu.id,
      change: input,
    });
    return shown;
  }

  /** @throws not_found · forbidden · invalid for a cursor of another list */
  async list(actor: Actor, { guild_id, limit, cursor }: RoleMenusQuery): Promise<Page<RoleMenu>> {
    if (guild_id !== undefined) await this.guilds.administered(actor, guild_id);
    const guildIds = guild_id === undefined ? await this.guilds.administeredIds(actor) : [guild_id];
    const after = cursor === undefined ? null : String(decodeCursor(cursor, ['string'])[0]);
    const rows = await this.menus.list(guildIds, after, limit + 1);
    const { items, next_cursor } = pageOf(rows, limit, ({ id }) => encodeCursor([id]));
    return { items: await this.counting(items), next_cursor };
  }

  /** @throws not_found · forbidden */
  async get(actor: Actor, id: string): Promise<RoleMenu> {
    return (await this.load(actor, id)).menu;
  }

  /** Changes a menu; one whose message is gone is posted again. @throws as `publish` */
  async update(actor: Actor, id: string, changes: RoleMenuChanges): Promise<RoleMenu> {
    const { menu, guild } = await this.load(actor, id);
    const changed = { ...menu, ...changes };
    requireMax(changed);
    await this.messages.requireAllowed(guild.guild_id, menu.channel_id);
    const names = await this.roles.requireOffered(guild.guild_id, changed.discord_role_ids);
    const saved = await this.menus.update(id, changes);
    if (saved === null) throw notFound('role_menu');
    const shown = await this.show(saved, names, guild, false);
    await this.audit.record(actor, {
      action: 'role_menu.changed',
      org_id: guild.org_id,
      target_id: id,
      change: changes,
    });
    return shown;
  }

  /** Takes a menu away; who took a role keeps it. @throws not_found · forbidden · DiscordFailure when Discord is away */
  async delete(actor: Actor, id: string): Promise<void> {
    const { menu, guild } = await this.load(actor, id);
    await this.messages.remove(menu);
    await this.menus.delete(id);
    await this.audit.record(actor, {
      action: 'role_menu.deleted',
      org_id: guild.org_id,
      target_id: id,
      change: {},
    });
  }

  /**
   * A member's click.
   * @throws not_found for a menu that is gone, or no menu of the server where they clicked · conflict as `MenuRoles.choose`
   */
  async choose(actor: Actor, id: string, roleId: string): Promise<MenuChoice> {
    const menu = await this.menus.find(id);
    const guild = menu && (await this.guilds.find(menu.guild_id));
    if (menu === null || guild === null || !counts(menu, guild)) throw notFound('role_menu');
    const isHere = actor.on_discord?.guild_id === guild.guild_id;
    if (!isHere || !menu.discord_role_ids.includes(roleId)) throw notFound('role_menu');
    return this.roles.choose(menu, roleId, actor);
  }

  /** Those that belong to the present registration of their server. */
  private async counting(menus: readonly RoleMenu[]): Promise<RoleMenu[]> {
    const ids = [...new Set(menus.map(({ guild_id }) => guild_id))];
    const guilds = await Promise.all(ids.map((id) => this.guilds.find(id)));
    return menus.filter((menu) => guilds.some((guild) => guild !== null && counts(menu, guild)));
  }

  private async load(actor: Actor, id: string): Promise<{ readonly menu: RoleMenu; readonly guild: Guild }> {
    const menu = await this.menus.find(id);
    if (menu === null) throw notFound('role_menu');
    const guild = await hiddenAs('role_menu', this.guilds.administered(actor, menu.guild_id));
    if (!counts(menu, guild)) throw notFound('role_menu');
    return { menu, guild };
  }

  /** @param isNew whether a menu that Discord refuses is forgotten */
  private async show(
    menu: RoleMenu,
    names: ReadonlyMap<string, string>,
    { locale }: Guild,
    isNew: boolean,
  ): Promise<RoleMenu> {
    const { refusal, message_id } = await this.messages.show(menu, names, locale);
    if (refusal !== null) {
      if (isNew) await this.menus.delete(menu.id);
      throw conflict('role_menu_refused', refusal);
    }
    if (message_id === menu.message_id) return menu;
    return (await this.menus.update(menu.id, { message_id })) ?? { ...menu, message_id };
  }
}

/** Whether a menu was made under the present registration of its server. */
function counts({ guild_id, registered_at }: RoleMenu, guild: Guild): boolean {
  return guild_id === guild.guild_id && registered_at.getTime() === guild.created_at.getTime();
}

/** @throws invalid */
function requireMax({ max, discord_role_ids }: Pick<RoleMenu, 'max' | 'discord_role_ids'>): void {
  if (discord_role_ids.length > MENU_ROLES)
    throw invalid([{ field: 'mapping_ids', message: `must not make more than ${String(MENU_ROLES)} roles` }]);
  if (max !== null && max > discord_role_ids.length)
    throw invalid([{ field: 'max', message: 'must not be more than there are roles' }]);
}
