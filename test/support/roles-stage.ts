import { nextDiscordId, type TestApp, type TestUser } from './app.js';
import type { TestDiscord, TestGuild } from './discord.js';
import { aScene, type Scene } from './scene.js';

/** A role on a server of the sandbox. */
interface SandboxRole {
  readonly id: string;
  readonly name: string;
  readonly position: number;
  readonly color: number;
}

/** An organization's server with a role to be given, and a member of it who can sign up. */
export interface RolesStage {
  readonly scene: Scene;
  readonly guild: TestGuild;
  readonly roleId: string;
  readonly nova: TestUser;
  /** Has the role, or another one, stand for something. */
  map(fields: object): Promise<string>;
  /** What a member holds, by role id; `null` for who is not there. */
  held(who: Pick<TestUser, 'discord_id'>): Promise<readonly string[] | null>;
  /** Gives exactly these roles to a member, as a person would. */
  hold(who: TestUser, ...roles: string[]): Promise<void>;
  leave(who: TestUser): Promise<void>;
  roles(): Promise<readonly SandboxRole[]>;
}

interface GuildWithRoles {
  readonly roles: readonly SandboxRole[];
  readonly members: readonly { readonly user: { readonly id: string }; readonly roles: readonly string[] }[];
}

/** What a test wants of its stage beyond the usual. */
interface MoreOfStage {
  /** Of the server's registration. */
  readonly settings?: object;
  /** Where the role stands; the bot's own stands at 50. */
  readonly position?: number;
  readonly roles?: readonly object[];
}

/** A new stage. */
export async function aRolesStage(
  app: TestApp,
  discord: TestDiscord,
  { settings, position = 1, roles = [] }: MoreOfStage = {},
): Promise<RolesStage> {
  const scene = await aScene(app);
  const nova = await app.user({ handle: 'Nova' });
  const roleId = nextDiscordId();
  const guild = await discord.guild([{ id: nova.discord_id, username: 'nova' }], {
    roles: [{ id: roleId, name: 'Raiders', position }, ...roles],
  });
  await scene.register(guild);
  if (settings !== undefined) await scene.admin.patch(`/discord/guilds/${guild.id}`, settings);
  const read = () => discord.control<GuildWithRoles>('GET', `/guilds/${guild.id}`);
  return {
    scene,
    guild,
    roleId,
    nova,
    map: async (fields) => {
      const { status, body } = await scene.admin.post<{ id: string }>('/discord/role-mappings', {
        guild_id: guild.id,
        discord_role_id: roleId,
        verselink_role_type: 'event_participant',
        ...fields,
      });
      if (status !== 201) throw new Error(JSON.stringify(body));
      return body.id;
    },
    held: async ({ discord_id }) =>
      (await read()).members.find(({ user }) => user.id === discord_id)?.roles ?? null,
    hold: async ({ discord_id }, ...roles) =>
      discord.control('PUT', `/guilds/${guild.id}/members/${discord_id}`, { username: 'nova', roles }),
    leave: async ({ discord_id }) => discord.control('DELETE', `/guilds/${guild.id}/members/${discord_id}`),
    roles: async () => (await read()).roles,
  };
}
