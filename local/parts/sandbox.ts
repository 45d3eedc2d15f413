import path from 'node:path';
import { projectRoot } from '../paths.js';
import type { Child, StartChild } from '../processes/child.js';
import { waitForHttp } from '../processes/wait-for-http.js';
import { endingWithParent } from './node-program.js';

/** Where the local Discord sandbox listens and keeps its world. */
export interface SandboxOptions {
  readonly port: number;
  readonly directory: string;
  readonly logFile: string;
}

/** A running Discord sandbox, and what an application needs in order to be its bot. */
export interface LocalSandbox {
  readonly child: Child;
  /** The page for people, and the base of the control calls. */
  readonly url: string;
  /** The variables that point VerseLink at it. */
  readonly environment: Record<string, string>;
}

const readyWithinMs = 20_000;

/** A token in Discord's form, whose first part names the application. Good for nothing but sandboxes. */
const developmentToken = 'MTE2MDAwMDAwMDAwMDAwMDAwMQ.GSandB.verselink-sandbox-development-token-000001';
/** The sandbox's own OAuth2 secret. */
const developmentClientSecret = 'verselink-sandbox-client-secret';

/**
 * Starts the Discord sandbox and asks it who the bot is.
 * @throws Error in plain words when it does not come up.
 */
export async function startSandbox(options: SandboxOptions, startChild: StartChild): Promise<LocalSandbox> {
  const url = `http://localhost:${options.port}`;
  const child = await startChild({
    name: 'Discord sandbox',
    command: process.execPath,
    args: [
      ...endingWithParent(),
      path.join(projectRoot, 'sandbox/dist/cli.js'),
      '--port',
      String(options.port),
      '--name',
      'VerseLink',
      '--data',
      options.directory,
      '--token',
      developmentToken,
    ],
    env: process.env,
    logFile: options.logFile,
    lifeline: 'ipc',
  });
  await waitForHttp(child, url, readyWithinMs);
  return { child, url, environment: await botEnvironment(url) };
}

async function botEnvironment(url: string): Promise<Record<string, string>> {
  const response = await fetch(`${url}/api/v10/applications/@me`, {
    headers: { authorization: `Bot ${developmentToken}` },
  });
  if (!response.ok)
    throw new Error(`The Discord sandbox does not know its own bot (status ${response.status}).`);
  const application = (await response.json()) as { id: string; verify_key: string };
  return {
    DISCORD_API_URL: `${url}/api`,
    DISCORD_BOT_TOKEN: developmentToken,
    DISCORD_CLIENT_ID: application.id,
    DISCORD_CLIENT_SECRET: developmentClientSecret,
    DISCORD_PUBLIC_KEY: application.verify_key,
  };
}
