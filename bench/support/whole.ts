import { readFileSync } from 'node:fs';
import { startApp, INTERNAL_SECRET, JWT_SECRET, type TestApp } from '../../test/support/app.js';
import { openDatabases, type TestDatabases } from '../../test/support/databases.js';
import type { TestDiscord } from '../../test/support/discord.js';
import { startProgram, type Program } from '../../test/support/process.js';
import { aScene, type Scene } from '../../test/support/scene.js';

/** All of VerseLink in a process of its own, as measured; and an API beside it that sets the scene and is not. */
export interface Whole {
  readonly program: Program;
  /** Base of its public listener. */
  readonly url: string;
  readonly databases: TestDatabases;
  readonly setting: TestApp;
  readonly scene: Scene;
  close(): Promise<void>;
}

/** Starts VerseLink from the build (`npm run build`) with all its roles. */
export async function startWhole(discord: TestDiscord): Promise<Whole> {
  const databases = await openDatabases();
  const program = startProgram('src/main.js', {
    NODE_ENV: 'production',
    RUN: 'api,bot,worker',
    PORT: '0',
    INTERNAL_PORT: '0',
    MONGODB_URI: databases.mongodbUri,
    REDIS_URL: databases.redisUrl,
    PUBLIC_URL: 'https://verselink.example',
    JWT_SECRET,
    INTERNAL_API_SECRET: INTERNAL_SECRET,
    RATE_LIMIT: 'off',
    ...discord.env,
  });
  await program.printed('public port');
  const port = /public port (\d+)/.exec(program.output.stdout)?.[1] ?? '';
  const setting = await startApp({ databases, env: discord.env });
  const scene = await aScene(setting);
  return {
    program,
    url: `http://127.0.0.1:${port}`,
    databases,
    setting,
    scene,
    close: async () => {
      await setting.close();
      program.child.kill();
      await program.exitCode();
      await databases.drop();
    },
  };
}

/** Milliseconds of the processor that a process has used. */
export function processorMs(pid: number): number {
  const fields =
    readFileSync(`/proc/${String(pid)}/stat`, 'utf8')
      .split(') ')[1]
      ?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10;
}
