import { ArrayMinSize } from 'class-validator';
import { MENU_ROLES, type RoleMenu } from '../features/role-menus/rules/role-menu.js';
import { DiscordId, DiscordIds, Uuid } from './openapi/formats.js';
import { PageQuery } from './paging/page.dto.js';
import {
  Name,
  Nullable,
  Optional,
  RequiredWithout,
  Snowflake,
  Snowflakes,
  Text,
  UuidSet,
  Whole,
} from './validation/decorators.js';

/** What a menu offers and says. */
class RoleMenuFields {
  /** Our own words, in the server's language, when left out. @example "Your ships" */
  @Nullable()
  @Name(1, 200)
  readonly title?: string | null;

  /** @example "Which ships do you fly?" */
  @Nullable()
  @Text(1, 2000)
  readonly description?: string | null;

  /** How many of the roles a member may have; all when left out. With 1, a choice takes the place of the one before. @example 2 */
  @Nullable()
  @Whole({ min: 1, max: MENU_ROLES })
  readonly max?: number | null;
}

/** Body of `POST /discord/role-menus`. */
export class CreateRoleMenuDto extends RoleMenuFields {
  /** @example "100000000000000001" */
  @Snowflake()
  readonly guild_id: string;

  /** @example "100000000000000004" */
  @Snowflake()
  readonly channel_id: string;

  /**
   * The roles that members may take, below the bot's own and without rights that are not for everybody.
   * @example ["100000000000000003", "100000000000000006"]
   */
  @RequiredWithout('mapping_ids')
  @Snowflakes(MENU_ROLES)
  @ArrayMinSize(1)
  readonly discord_role_ids?: string[];

  /** Role mappings of the server, in the place of their roles. */
  @Optional()
  @UuidSet(MENU_ROLES)
  @ArrayMinSize(1)
  readonly mapping_ids?: string[];
}

/** Body of `PATCH /discord/role-menus/{id}`. */
export class UpdateRoleMenuDto extends RoleMenuFields {
  /** @example ["100000000000000003"] */
  @Optional()
  @Snowflakes(MENU_ROLES)
  @ArrayMinSize(1)
  readonly discord_role_ids?: string[];
}

/** Query of `GET /discord/role-menus`. */
export class ListRoleMenusQuery extends PageQuery {
  @Optional()
  @Snowflake()
  readonly guild_id?: string;
}

/** A role menu, as REST shows it. */
export class RoleMenuView {
  @Uuid() readonly id: string;
  @DiscordId() readonly guild_id: string;
  @DiscordId() readonly channel_id: string;
  /** `null` when Discord did not say whether it has the message; the next change posts it. */
  readonly discord_message_id: string | null;
  readonly title: string | null;
  readonly description: string | null;
  @DiscordIds() readonly discord_role_ids: readonly string[];
  readonly max: number | null;
  readonly created_at: Date;
  readonly updated_at: Date;
}

export function toRoleMenuView({ registered_at: _registered, message_id, ...menu }: RoleMenu): RoleMenuView {
  return { ...menu, discord_message_id: message_id };
}
