import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { Deployment } from 'kubernetes-models/apps/v1';
import { HorizontalPodAutoscaler } from 'kubernetes-models/autoscaling/v2';
import { Ingress, NetworkPolicy } from 'kubernetes-models/networking.k8s.io/v1';
import { PodDisruptionBudget } from 'kubernetes-models/policy/v1';
import { ConfigMap, Namespace, Secret, Service } from 'kubernetes-models/v1';
import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { environment } from '../../src/config/environment.js';
import { loadConfig } from '../../src/config/load-config.js';
import { containerTool } from '../support/compose.js';

// The files of deploy/ that no cluster and no host runs here: rendered, checked against schemas, and read by the application.

const root = path.resolve(import.meta.dirname, '../..');
const { program: kustomize, isHere } = containerTool('kustomize');

const KINDS = {
  ConfigMap,
  Deployment,
  HorizontalPodAutoscaler,
  Ingress,
  Namespace,
  NetworkPolicy,
  PodDisruptionBudget,
  Secret,
  Service,
};

type Resource = Deployment | ConfigMap | Secret | PodDisruptionBudget | Service;

function mapValues(
  record: Readonly<Record<string, string>>,
  change: (value: string) => string,
): Record<string, string> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]));
}

/** What `kubectl apply -k deploy/kubernetes/example` would apply. @throws what Kubernetes' schemas refuse */
async function rendered(): Promise<Resource[]> {
  const folder = path.join(root, 'deploy/kubernetes/example');
  const { stdout } = await promisify(execFile)(kustomize, ['build', folder]);
  return parseAllDocuments(stdout).map((document) => {
    const fields = document.toJS() as { kind: keyof typeof KINDS; data?: Record<string, string> };
    // Kustomize breaks long values into lines: Kubernetes reads over that, its schema does not.
    if (fields.kind === 'Secret')
      fields.data = mapValues(fields.data ?? {}, (value) => value.replaceAll(/\s/g, ''));
    const resource = new KINDS[fields.kind](fields);
    resource.validate();
    return resource as Resource;
  });
}

describe.skipIf(!isHere)('Kubernetes', { tags: ['containers'] }, () => {
  it('gets an api, a bot and a worker that the application accepts, each safe, watched and told of disruptions', async () => {
    const resources = await rendered();
    const of = <T extends Resource>(kind: new (...args: never[]) => T) =>
      resources.filter((resource): resource is T => resource instanceof kind);
    const settings = of(ConfigMap).flatMap(({ metadata, data }) => ({
      name: metadata?.name,
      data: data ?? {},
    }));
    const secrets = of(Secret).map(({ metadata, data }) => ({
      name: metadata?.name,
      data: decoded(data ?? {}),
    }));
    const budgets = of(PodDisruptionBudget).map(({ spec }) => spec?.selector?.matchLabels);
    const deployments = of(Deployment);
    expect(deployments.map(({ metadata }) => metadata?.name).sort()).toEqual(['api', 'bot', 'worker']);
    for (const { metadata, spec } of deployments) {
      const pod = spec?.template.spec;
      const [container] = pod?.containers ?? [];
      const variables = [...settings, ...secrets]
        .filter(({ name }) =>
          container?.envFrom?.some(
            ({ configMapRef, secretRef }) => name === (configMapRef ?? secretRef)?.name,
          ),
        )
        .map(({ data }) => data);
      const own = container?.env?.map(({ name, value }) => [name, value]) ?? [];
      const config = loadConfig(
        Object.assign({}, ...variables, Object.fromEntries(own)) as Record<string, string>,
      );
      expect([...config.run]).toEqual([metadata?.name]);
      expect(config).toMatchObject({
        mode: 'production',
        internalOnPublic: false,
        botInternalUrl: 'http://bot:3000',
      });
      expect(config.jwtSecrets.length).toBe(metadata?.name === 'api' ? 1 : 0);
      if (metadata?.name === 'bot') expect(spec?.replicas).toBe(config.discordShards);
      expect(pod?.securityContext).toMatchObject({
        runAsNonRoot: true,
        seccompProfile: { type: 'RuntimeDefault' },
      });
      expect(container?.securityContext).toEqual({
        allowPrivilegeEscalation: false,
        readOnlyRootFilesystem: true,
        capabilities: { drop: ['ALL'] },
      });
      expect(container).toMatchObject({
        livenessProbe: { httpGet: { path: '/health/live', port: 'private' } },
        readinessProbe: { httpGet: { path: '/health/ready', port: 'private' } },
        resources: { limits: { memory: '512Mi' } },
      });
      expect(Number(pod?.terminationGracePeriodSeconds) * 1000).toBeGreaterThan(config.shutdownTimeoutMs);
      expect(budgets).toContainEqual(spec?.selector.matchLabels);
    }
    const services = of(Service).map(({ spec }) => spec?.selector?.['app.kubernetes.io/name']);
    expect(services.sort()).toEqual(['api', 'bot']);
  });
});

/** A secret's values, which Kubernetes keeps in Base64. */
const decoded = (data: Readonly<Record<string, string>>) =>
  mapValues(data, (value) => Buffer.from(value, 'base64').toString());

describe('Railway', () => {
  /** What Railway puts in the place of its references. */
  const REFERENCES: Readonly<Record<string, string>> = {
    RAILWAY_PUBLIC_DOMAIN: 'website.up.railway.app',
    'website-backend.RAILWAY_PUBLIC_DOMAIN': 'website.up.railway.app',
    'website-backend.RAILWAY_PRIVATE_DOMAIN': 'website-backend.railway.internal',
    'moddy.RAILWAY_PRIVATE_DOMAIN': 'moddy.railway.internal',
    'Redis.REDIS_URL': 'redis://default:password@redis.railway.internal:6379',
    'shared.MONGODB_URI': 'mongodb+srv://verselink:password@cluster.example.net/verselink',
    'shared.DISCORD_BOT_TOKEN': 'token',
    'shared.DISCORD_CLIENT_ID': '100000000000000001',
    'shared.DISCORD_CLIENT_SECRET': 'secret',
    'shared.DISCORD_PUBLIC_KEY': 'ab'.repeat(32),
    'shared.MODDY_GUILD_ID': '100000000000000002',
  };
  const SECRET = 'a-secret-of-thirty-two-characters-or-more';

  async function variablesOf(service: string): Promise<Record<string, string>> {
    const text = await readFile(path.join(root, `deploy/railway/${service}.env`), 'utf8');
    const lines = text.split('\n').filter((line) => /^[A-Z]/.test(line));
    return Object.fromEntries(
      lines.map((line) => {
        const [, name = '', value = ''] = /^(\w+)=(.*)$/.exec(line) ?? [];
        return [name, value.replace(/\$\{\{([^}]+)\}\}/g, (_, key: string) => REFERENCES[key] ?? SECRET)];
      }),
    );
  }

  it('gets two services that the application accepts, and that find each other on the private network', async () => {
    const [website, moddy] = await Promise.all([variablesOf('website-backend'), variablesOf('moddy')]);
    // The image sets it.
    const backend = loadConfig({ ...website, NODE_ENV: 'production' });
    const bot = loadConfig({ ...moddy, NODE_ENV: 'production' });
    expect([...backend.run, ...bot.run]).toEqual(['api', 'worker', 'bot']);
    expect(backend.botInternalUrl).toBe(`http://moddy.railway.internal:${bot.internalPort}`);
    expect(bot.backendInternalUrl).toBe(`http://website-backend.railway.internal:${backend.port}`);
    expect(bot.internalApiSecret).toBe(backend.internalApiSecret);
    const names = [...Object.keys(environment.shape), 'MODDY_GUILD_ID'];
    expect([...Object.keys(website), ...Object.keys(moddy)].filter((name) => !names.includes(name))).toEqual(
      [],
    );
  });

  it.each(['website-backend', 'moddy'])(
    '%s is built from the Dockerfile, and asked where it listens',
    async (service) => {
      const text = await readFile(path.join(root, `deploy/railway/${service}.json`), 'utf8');
      const { build, deploy } = JSON.parse(text) as Record<'build' | 'deploy', Record<string, unknown>>;
      expect(build).toEqual({ builder: 'DOCKERFILE', dockerfilePath: 'Dockerfile' });
      expect(deploy).toMatchObject({ healthcheckPath: '/health/ready' });
      const config = loadConfig({ ...(await variablesOf(service)), NODE_ENV: 'production' });
      const { PORT } = await variablesOf(service);
      expect(Number(PORT)).toBe(config.run.has('api') ? config.port : config.internalPort);
      expect(Number(deploy['drainingSeconds']) * 1000).toBeGreaterThan(config.shutdownTimeoutMs);
    },
  );
});
