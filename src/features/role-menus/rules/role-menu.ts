import { conflict, type DomainError } from '../../../common/errors.js';
import { escapeMarkup } from '../../../common/discord-text.js';
import { truncate } from '../../../common/text.js';
import type { Locale } from '../../../languages/languages.js';
import { textsIn } from '../../../languages/languages.js';
import {
  roleFault,
  roleObstacle,
  type DiscordServer,
  type GuildRole,
} from '../../guilds/rules/discord-server.js';
import type { MappedRoleType } from '../../role-mappings/rules/role-mapping.js';

/** A message with which members take and leave roles themselves. */
export interface RoleMenu {
  readonly id: string;
  readonly guild_id: string;
  readonly channel_id: string;
  /** `null` when it is not known whether Discord has it; the next change posts it. */
  readonly message_id: string | null;
  /** `null` for our own words, in the server's language. */
  readonly title: string | null;
  readonly description: string | null;
  readonly discord_role_ids: readonly string[];
  /** How many of them a member may have; `null` for all. With 1, a choice takes the place of the one before. */
  readonly max: number | null;
  /** When its server was registered by the organization whose admin made the menu. */
  readonly registered_at: Date;
  readonly created_at: Date;
  readonly updated_at: Date;
}

/** As many buttons as a message holds. */
export const MENU_ROLES = 25;
const ROW = 5;
/** Discord's limit of a button's label. */
const LABEL = 80;
const COLOR = 0x5865f2;

/** Discord's numbers for rows and buttons. */
const TYPE = { row: 1, button: 2 } as const;
const SECONDARY = 2;

const VERSION = 'vr1';
/** The `custom_id` of a menu's button, for necord, which fills the places in. */
export const ROLE_MENU_PATH = `${VERSION}/:menu/:role`;

/** What a `custom_id` asks for, or `null` when it is none of a role menu. */
export function parseRoleMenuId(
  customId: string,
): { readonly menuId: string; readonly roleId: string } | null {
  const [version, menuId, roleId, ...rest] = customId.split('/');
  if (version !== VERSION || menuId === undefined || roleId === undefined || rest.length > 0) return null;
  return { menuId, roleId };
}

/** Body that posts or edits a menu's message. It pings no one. */
export function menuBody(menu: RoleMenu, names: ReadonlyMap<string, string>, locale: Locale): object {
  const texts = textsIn(locale).roleMenu;
  const buttons = menu.discord_role_ids.map((roleId) => ({
    type: TYPE.button,
    style: SECONDARY,
    label: truncate(names.get(roleId) ?? roleId, LABEL),
    custom_id: [VERSION, menu.id, roleId].join('/'),
  }));
  const rows = Array.from({ length: Math.ceil(buttons.length / ROW) }, (_, row) => ({
    type: TYPE.row,
    components: buttons.slice(row * ROW, (row + 1) * ROW),
  }));
  const title = menu.title === null ? texts.title : escapeMarkup(menu.title);
  const embed = {
    title,
    description: menu.description ?? texts.description,
    color: COLOR,
    footer: { text: menu.max === null ? texts.footer : texts.footerMax(menu.max) },
  };
  return { embeds: [embed], components: rows, allowed_mentions: { parse: [] } };
}

/**
 * Discord's permissions with which somebody could harm a server (Discord: topics/permissions): kick, ban, administrate, manage
 * channels, the server, messages, roles, webhooks, expressions, events and threads, see the audit log, mention everyone, mute,
 * deafen, move and time out members, manage nicknames.
 */
const HARMFUL = [1, 2, 3, 4, 5, 7, 13, 17, 22, 23, 24, 27, 28, 29, 30, 33, 34, 40].reduce(
  (bits, bit) => bits | (1n << BigInt(bit)),
  0n,
);

/** What makes its holder more than others here: staff, or somebody who has paid. */
const NOT_FOR_ALL: readonly MappedRoleType[] = ['org_staff', 'plan'];

/** What is known of a server's roles. */
export interface MenuServer {
  readonly server: DiscordServer;
  readonly roles: readonly GuildRole[];
  readonly botRoles: readonly string[];
  readonly mappings: readonly {
    readonly discord_role_id: string;
    readonly verselink_role_type: MappedRoleType;
  }[];
}

/** Why members cannot take a role themselves; `null` when they can. */
export function offerFault({ server, roles, botRoles, mappings }: MenuServer, roleId: string): string | null {
  const fault = roleFault(server, roleId, true) ?? roleObstacle(roleId, roles, botRoles);
  if (fault !== null) return fault;
  const permissions = server.roles.find(({ id }) => id === roleId)?.permissions ?? 0n;
  if ((permissions & HARMFUL) !== 0n) return 'allows on the server what is not for everybody';
  const stands = mappings.filter(({ discord_role_id }) => discord_role_id === roleId);
  const isReserved = stands.some(({ verselink_role_type: type }) => NOT_FOR_ALL.includes(type));
  return isReserved ? 'stands for staff or a plan, which is not for everybody' : null;
}

/** What a click does. */
export interface MenuChoice {
  readonly add: readonly string[];
  readonly remove: readonly string[];
}

/**
 * What a click on a role does: it takes the role, or leaves it, by what the member saw. So two clicks at once are one.
 * @param seen the roles that the member had when they clicked @param held those that they have now @throws conflict `role_menu_full`
 */
export function choiceOf(
  { discord_role_ids, max }: Pick<RoleMenu, 'discord_role_ids' | 'max'>,
  roleId: string,
  { seen, held }: { readonly seen: readonly string[]; readonly held: readonly string[] },
): MenuChoice {
  if (seen.includes(roleId)) return { add: [], remove: [roleId] };
  const taken = discord_role_ids.filter((id) => id !== roleId && held.includes(id));
  if (max === null || taken.length < max) return { add: [roleId], remove: [] };
  if (max === 1) return { add: [roleId], remove: taken };
  throw menuFull();
}

function menuFull(): DomainError {
  return conflict('role_menu_full', 'You have as many roles of this menu as you may have.');
}
