import { parseArgs } from 'node:util';
import { type DynamicModule, type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { SNOWFLAKE } from '../../common/snowflake.js';
import type { Config } from '../../config/config.js';
import { ConfigModule } from '../../config/config.module.js';
import { ConfigError, loadConfig } from '../../config/load-config.js';
import { DiscordApiModule } from '../../discord-api/discord-api.module.js';
import { DiscordRest } from '../../discord-api/discord-rest.js';
import { GuildsApi } from '../../discord-api/guilds.api.js';
import { MembersApi } from '../../discord-api/members.api.js';
import { ScheduledEventsApi } from '../../discord-api/scheduled-events.api.js';
import { ThreadsApi } from '../../discord-api/threads.api.js';
import { GuildsModule } from '../../features/guilds/guilds.module.js';
import { GuildsService } from '../../features/guilds/guilds.service.js';
import { ServerPermissions } from '../../features/guilds/server-permissions.js';
import { RoleMappingsModule } from '../../features/role-mappings/role-mappings.module.js';
import { RoleMappingsService } from '../../features/role-mappings/role-mappings.service.js';
import { DatabaseModule } from '../../infra/mongo.module.js';
import { RedisModule } from '../../infra/redis.module.js';
import { localeFromDiscord, LOCALES, textsIn, type Locale } from '../../languages/languages.js';
import { examineAccount } from './account.js';
import { Examination } from './examination.js';
import { found, type Finding } from './finding.js';
import { ServerLook } from './server.js';
import { Trials } from './trials.js';

const USAGE =
  'Usage: npm run -s doctor -- --guild ID [--channel ID]… [--message-owner] [--language fr|en]\n' +
  'Where there is the built application alone: node dist/src/cli/doctor.js --guild ID …';
const MARKS = { ok: '✅', missing: '❌', skipped: '➖' } as const;
/** As shells count a program that Ctrl-C ended. */
const INTERRUPTED = 130;

class UsageError extends Error {}

interface Request {
  readonly guildId: string;
  readonly channelIds: readonly string[];
  readonly messageOwner: boolean;
  readonly locale: Locale;
}

@Module({})
class DoctorModule {
  static with(config: Config): DynamicModule {
    const parts = [DatabaseModule, RedisModule, DiscordApiModule, GuildsModule, RoleMappingsModule];
    return { module: DoctorModule, imports: [ConfigModule.of(config), ...parts] };
  }
}

function readArguments(args: string[]): Request {
  const { values } = parseArgs({
    args,
    options: {
      guild: { type: 'string' },
      channel: { type: 'string', multiple: true },
      'message-owner': { type: 'boolean' },
      language: { type: 'string' },
    },
  });
  const { guild: guildId = '', channel: channelIds = [], language } = values;
  if (![guildId, ...channelIds].every((id) => SNOWFLAKE.test(id)))
    throw new UsageError('--guild and --channel must be Discord ids (17 to 20 digits).');
  if (language !== undefined && !LOCALES.some((locale) => locale === language))
    throw new UsageError(`--language must be one of ${LOCALES.join(', ')}.`);
  const locale = localeFromDiscord(language ?? Intl.DateTimeFormat().resolvedOptions().locale);
  return { guildId, channelIds, messageOwner: values['message-owner'] ?? false, locale };
}

async function* findings(
  app: INestApplicationContext,
  config: Config,
  request: Request,
): AsyncGenerator<Finding> {
  const { guildId, channelIds, locale } = request;
  const texts = textsIn(locale);
  const { checks, remedies } = texts.doctor;
  const get = <T>(part: abstract new (...args: never[]) => T) => app.get<T>(part, { strict: false });

  const botId = yield* examineAccount(get(DiscordRest), config, texts.doctor);
  if (botId === null) return;
  const guild = await get(GuildsService).find(guildId);
  const look = new ServerLook(get(GuildsApi), get(MembersApi), get(RoleMappingsService));
  const view = await look.at(guildId, guild, channelIds);
  const invite = get(ServerPermissions).inviteUrl(guildId);
  yield found(checks.server, view === null ? remedies.server(invite) : null);
  if (view === null) return;
  const hasChannel = view.wants.some(({ channelId }) => channelId !== null);
  yield found(
    checks.registration,
    guild === null ? remedies.not_registered : hasChannel ? null : remedies.no_channel,
  );
  const tried = view.wants.flatMap(({ channelId, badChannel }) => (badChannel ? [] : (channelId ?? [])));
  const server = { guildId, botId, channelIds: [...new Set(tried)] };
  const trials = new Trials(get(DiscordRest), get(ScheduledEventsApi), get(ThreadsApi), server, locale);
  yield* new Examination(view, trials, texts, invite).findings(request.messageOwner);
}

/** What the doctor's program gives it. */
export interface Surroundings {
  /** The process's own when it is left out. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  readonly print: (line: string) => void;
  /** Once it is aborted, the thing under way is finished, and everything cleaned up. */
  readonly stop: AbortSignal;
}

/**
 * Does what the arguments ask for.
 * @returns the exit code
 * @throws Error whose message is for the person who gave the arguments
 */
export async function runDoctor(args: string[], surroundings: Surroundings): Promise<number> {
  try {
    return await examine(readArguments(args), surroundings);
  } catch (error) {
    throw new Error(explain(error), { cause: error });
  }
}

async function examine(request: Request, { environment, print, stop }: Surroundings): Promise<number> {
  const config = loadConfig(environment, 'doctor');
  const { doctor } = textsIn(request.locale);
  const app = await NestFactory.createApplicationContext(DoctorModule.with(config), {
    logger: ['warn', 'error'],
    abortOnError: false,
  });
  let faults = 0;
  try {
    for await (const { check, outcome, note } of findings(app, config, request)) {
      print(`${MARKS[outcome]} ${check}${note === null ? '' : `\n   ${note}`}`);
      if (outcome === 'missing') faults += 1;
      if (stop.aborted) break;
    }
  } finally {
    await app.close();
  }
  print(stop.aborted ? doctor.interrupted : faults === 0 ? doctor.all_well : doctor.faults(faults));
  if (stop.aborted) return INTERRUPTED;
  return faults === 0 ? 0 : 1;
}

function explain(error: unknown): string {
  if (error instanceof ConfigError) return error.message;
  const message = error instanceof Error ? error.message : String(error);
  const ofUsage = error instanceof UsageError || (error instanceof TypeError && 'code' in error);
  return ofUsage ? `${message}\n${USAGE}` : `Not finished: ${message}`;
}
