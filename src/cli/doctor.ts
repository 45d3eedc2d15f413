import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { type DynamicModule, type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { SNOWFLAKE } from '../common/snowflake.js';
import type { Config } from '../config/config.js';
import { ConfigModule } from '../config/config.module.js';
import { ConfigError, loadConfig } from '../config/load-config.js';
import { DiscordApiModule } from '../discord-api/discord-api.module.js';
import { DiscordRest } from '../discord-api/discord-rest.js';
import { GuildsApi } from '../discord-api/guilds.api.js';
import { MembersApi } from '../discord-api/members.api.js';
import { ScheduledEventsApi } from '../discord-api/scheduled-events.api.js';
import { ThreadsApi } from '../discord-api/threads.api.js';
import { GuildsModule } from '../features/guilds/guilds.module.js';
import { GuildsService } from '../features/guilds/guilds.service.js';
import { ServerPermissions } from '../features/guilds/server-permissions.js';
import { RoleMappingsModule } from '../features/role-mappings/role-mappings.module.js';
import { RoleMappingsService } from '../features/role-mappings/role-mappings.service.js';
import { DatabaseModule } from '../infra/mongo.module.js';
import { RedisModule } from '../infra/redis.module.js';
import { localeFromDiscord, LOCALES, textsIn, type Locale } from '../languages/languages.js';
import { examineAccount } from './doctor/account.js';
import { Examination } from './doctor/examination.js';
import { found, type Finding } from './doctor/finding.js';
import { ServerLook } from './doctor/server.js';
import { Trials } from './doctor/trials.js';
import { fail } from './fail.js';

// Tries on an operator's own server everything that VerseLink does there, and cleans up (site/en/admins/real-discord.md).

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

/** @returns the exit code */
async function examine(request: Request): Promise<number> {
  const config = loadConfig(undefined, 'doctor');
  const { doctor } = textsIn(request.locale);
  const stop = new AbortController();
  // The thing under way is finished, and everything cleaned up; a second Ctrl-C ends the process at once.
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => stop.abort());
  const app = await NestFactory.createApplicationContext(DoctorModule.with(config), {
    logger: ['warn', 'error'],
    abortOnError: false,
  });
  let faults = 0;
  try {
    for await (const { check, outcome, note } of findings(app, config, request)) {
      console.log(`${MARKS[outcome]} ${check}${note === null ? '' : `\n   ${note}`}`);
      if (outcome === 'missing') faults += 1;
      if (stop.signal.aborted) break;
    }
  } finally {
    await app.close();
  }
  const interrupted = stop.signal.aborted;
  console.log(interrupted ? doctor.interrupted : faults === 0 ? doctor.all_well : doctor.faults(faults));
  if (interrupted) return INTERRUPTED;
  return faults === 0 ? 0 : 1;
}

function explain(error: unknown): string {
  if (error instanceof ConfigError) return error.message;
  const message = error instanceof Error ? error.message : String(error);
  const ofUsage = error instanceof UsageError || (error instanceof TypeError && 'code' in error);
  return ofUsage ? `${message}\n${USAGE}` : `Not finished: ${message}`;
}

try {
  process.exitCode = await examine(readArguments(process.argv.slice(2)));
} catch (error) {
  fail(explain(error));
}
