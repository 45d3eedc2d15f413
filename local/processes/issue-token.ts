import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { projectRoot } from '../paths.js';

/** For whom a token is wanted. The user is made when missing. */
export interface TokenRequest {
  readonly discordId: string;
  readonly handle?: string;
  readonly siteAdmin?: boolean;
}

const run = promisify(execFile);

/** The compiled command of the application that issues tokens. */
export const issueTokenProgram = path.join(projectRoot, 'dist/src/cli/token.js');

/**
 * A bearer token for the stack that has this environment.
 * @throws Error with what the command says when it fails.
 */
export async function issueToken(environment: NodeJS.ProcessEnv, request: TokenRequest): Promise<string> {
  const args = [
    ...['--discord-id', request.discordId],
    ...(request.handle === undefined ? [] : ['--handle', request.handle]),
    ...(request.siteAdmin === true ? ['--site-admin'] : []),
  ];
  const { stdout } = await run(process.execPath, [issueTokenProgram, ...args], { env: environment });
  return stdout.trim();
}
