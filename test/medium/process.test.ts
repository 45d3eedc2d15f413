import { once } from 'node:events';
import { request } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { INTERNAL_SECRET, JWT_SECRET } from '../support/app.js';
import { openDatabases, type TestDatabases } from '../support/databases.js';
import { type Program, startProgram } from '../support/process.js';

let databases: TestDatabases;
let environment: Record<string, string>;
const programs: Program[] = [];

beforeAll(async () => {
  databases = await openDatabases();
  environment = {
    NODE_ENV: 'production',
    PUBLIC_URL: 'https://verselink.example.org',
    RUN: 'api',
    DISCORD_CLIENT_ID: '100000000000000001',
    DISCORD_CLIENT_SECRET: 'client-secret',
    PORT: '0',
    INTERNAL_PORT: '0',
    MONGODB_URI: databases.mongodbUri,
    REDIS_URL: databases.redisUrl,
    JWT_SECRET,
    INTERNAL_API_SECRET: INTERNAL_SECRET,
  };
});
afterEach(async () => {
  for (const program of programs.splice(0)) {
    program.child.kill('SIGKILL');
    await program.exitCode();
  }
});
afterAll(() => databases.drop());

function run(file: string, env: Record<string, string>, args: string[] = []): Program {
  const program = startProgram(file, env, args);
  programs.push(program);
  return program;
}

/** Starts the application and waits for its public port. */
async function running(env: Record<string, string> = {}): Promise<{ program: Program; port: number }> {
  const program = run('src/main.js', { ...environment, ...env });
  await program.printed('public port');
  return { program, port: Number(/public port (\d+)/.exec(program.output.stdout)?.[1]) };
}

/** A port that is taken on every address. */
async function takenPort(): Promise<{ port: string; free: () => void }> {
  const server = createServer().listen(0, '::');
  await once(server, 'listening');
  return { port: String((server.address() as AddressInfo).port), free: () => server.close() };
}

describe('the process', () => {
  it('does not start on a bad configuration, and lists every fault without any value', async () => {
    const program = run('src/main.js', { NODE_ENV: 'production', JWT_SECRET: 'hunter2', PORT: 'hunter2' });
    expect(await program.exitCode()).toBe(1);
    const { stderr } = program.output;
    for (const name of [
      'MONGODB_URI',
      'REDIS_URL',
      'INTERNAL_API_SECRET',
      'DISCORD_BOT_TOKEN',
      'JWT_SECRET',
      'PORT',
      'PUBLIC_URL',
    ]) {
      expect(stderr).toContain(`- ${name} `);
    }
    expect(stderr).not.toContain('hunter2');
    expect(stderr).not.toContain('    at ');
  });

  it('names MONGODB_URI when the database does not answer, and not where its socket lies', async () => {
    const MONGODB_URI = 'mongodb://%2Fsrv%2Fprivate%2Fmongodb.sock/verselink';
    const program = run('src/main.js', { ...environment, MONGODB_URI });
    expect(await program.exitCode()).toBe(1);
    expect(program.output.stderr).toContain('Check MONGODB_URI.');
    expect(program.output.stderr + program.output.stdout).not.toContain('private');
  });

  it.each(['PORT', 'INTERNAL_PORT'])('names %s when that port is taken', async (variable) => {
    const { port, free } = await takenPort();
    const program = run('src/main.js', { ...environment, [variable]: port });
    expect(await program.exitCode()).toBe(1);
    expect(program.output.stderr).toBe(`Port ${port} is taken. Set ${variable} to another one.\n`);
    free();
  });

  it('names MONGODB_URI when the driver cannot use it, or MongoDB refuses it', async () => {
    const program = run('src/main.js', {
      ...environment,
      MONGODB_URI: `${environment['MONGODB_URI']}&nonsense=1`,
    });
    expect(await program.exitCode()).toBe(1);
    expect(program.output.stderr).toMatch(/^MONGODB_URI cannot be used: .*nonsense.*\n$/);
  });

  it('listens on IPv4 where there is no IPv6', async () => {
    const withoutIpv6 = path.resolve(import.meta.dirname, '../support/without-ipv6.mjs');
    const { program, port } = await running({ NODE_OPTIONS: `--import ${withoutIpv6}` });
    expect((await fetch(`http://127.0.0.1:${port}/api/v1/discord/health`)).status).toBe(200);
    await expect(fetch(`http://[::1]:${port}/api/v1/discord/health`)).rejects.toThrow();
    program.child.kill('SIGTERM');
    expect(await program.exitCode()).toBe(0);
  });

  it.each(['SIGTERM', 'SIGINT'] as const)(
    'ends well on %s, also with a connection kept open',
    async (signal) => {
      const { program, port } = await running();
      expect((await fetch(`http://127.0.0.1:${port}/api/v1/discord/health`)).status).toBe(200);
      program.child.kill(signal);
      expect(await program.exitCode()).toBe(0);
    },
  );

  it('answers what is under way before it ends', async () => {
    const { program, port } = await running();
    const call = request({
      port,
      method: 'POST',
      path: '/api/v1/organizations',
      headers: { 'content-type': 'application/json', 'content-length': 2 },
    });
    const answer = once(call, 'response');
    call.flushHeaders();
    await once(call, 'socket');
    await fetch(`http://127.0.0.1:${port}/api/v1/discord/health`);
    program.child.kill('SIGTERM');
    await program.printed('stopping');
    call.end('{}');
    const [response] = (await answer) as [{ statusCode: number; headers: Record<string, string> }];
    expect(response.statusCode).toBe(401);
    expect(response.headers['connection']).toBe('close');
    expect(await program.exitCode()).toBe(0);
  });

  it('logs no token, secret or email, however much it logs', async () => {
    const { program, port } = await running({ LOG_LEVEL: 'trace' });
    const token = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ4In0.c2lnbmF0dXJl';
    const url = `http://127.0.0.1:${port}`;
    await fetch(`${url}/api/v1/users/me?email=ada@example.org&code=s3cr3t-code`, {
      headers: { authorization: `Bearer ${token}`, cookie: 'session=c00kie' },
    });
    await fetch(`${url}/internal/health`, { headers: { authorization: `Bearer ${INTERNAL_SECRET}` } });
    await fetch(`${url}/health/ready`);
    program.child.kill('SIGTERM');
    await program.exitCode();
    const log = program.output.stdout + program.output.stderr;
    expect(log).toContain('/api/v1/users/me');
    expect(log).toMatch(/"level":"debug"[^\n]*\/api\/v1\/users\/me/);
    // Checks come every few seconds.
    expect(log).not.toMatch(/GET \/(?:internal\/)?health/);
    for (const secret of [token, 'ada@example.org', 's3cr3t-code', 'c00kie', INTERNAL_SECRET, JWT_SECRET]) {
      expect(log).not.toContain(secret);
    }
  });
});

describe('the token command', () => {
  const args = ['--discord-id', '123456789012345678', '--handle', 'Ada'];
  const token = async (more: string[] = []): Promise<string> => {
    const { MONGODB_URI = '' } = environment;
    const program = run('src/cli/token.js', { MONGODB_URI, JWT_SECRET }, [...args, ...more]);
    expect(await program.exitCode()).toBe(0);
    expect(program.output.stderr).toBe('');
    expect(program.output.stdout).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
    return program.output.stdout.trim();
  };

  it('prints a token and nothing else; the user is made once and can become site admin', async () => {
    const { port } = await running();
    const me = async (bearer: string) => {
      const answer = await fetch(`http://127.0.0.1:${port}/api/v1/users/me`, {
        headers: { authorization: `Bearer ${bearer}` },
      });
      return (await answer.json()) as { id: string };
    };
    const first = await token();
    const user = await me(first);
    expect(user).toMatchObject({ discord_id: '123456789012345678', handle: 'Ada', site_admin: false });
    expect(await me(await token(['--site-admin']))).toMatchObject({ id: user.id, site_admin: true });
    expect(await me(await token())).toMatchObject({ id: user.id, site_admin: true });
    expect(await me(await token(['--no-site-admin']))).toMatchObject({ id: user.id, site_admin: false });
    expect(await me(first)).toMatchObject({ site_admin: false });
    const { exp = 0, iat = 0 } = JSON.parse(
      Buffer.from(first.split('.')[1] ?? '', 'base64url').toString(),
    ) as Record<string, number>;
    expect(exp - iat).toBe(30 * 86_400);
  });

  it('takes no right from somebody who does not exist, and makes nobody', async () => {
    const { MONGODB_URI = '' } = environment;
    const mistyped = ['--discord-id', '123456789012345679', '--no-site-admin'];
    for (let time = 0; time < 2; time++) {
      const program = run('src/cli/token.js', { MONGODB_URI, JWT_SECRET }, mistyped);
      expect(await program.exitCode()).toBe(1);
      expect(program.output).toEqual({ stdout: '', stderr: 'No token: No such user.\n' });
    }
  });

  it.each([[[]], [['--discord-id', 'ada']], [['--discord-id', '123456789012345678', '--what']]])(
    'explains itself, given %j',
    async (bad) => {
      const { MONGODB_URI = '' } = environment;
      const program = run('src/cli/token.js', { MONGODB_URI, JWT_SECRET }, bad);
      expect(await program.exitCode()).toBe(1);
      expect(program.output.stdout).toBe('');
      expect(program.output.stderr).toContain('Usage: npm run -s token');
    },
  );
});
