import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { putUser } from './actions/guilds.js';
import {
  APPLICATION_ID,
  DEVELOPMENT_CLIENT_SECRET,
  DEVELOPMENT_TOKEN,
  type SandboxOptions,
} from './options.js';
import { ALL_INTENTS, flagsGranting } from './rules/application-flags.js';
import { OWNER_ID } from './rest/applications.js';
import type { ApplicationRecord } from './world/records.js';
import type { World } from './world/world.js';

const DEFAULT_NAME = 'Sandbox bot';
/** People have none any more; bots still have four digits. */
const BOT_DISCRIMINATOR = '1160';
/** With every privileged intent granted. */
const ALL_FLAGS = flagsGranting(ALL_INTENTS);

/** Makes sure that the world has its application, the application's bot and their owner. Keys are made once and kept. */
export function ensureApplication(world: World, options: SandboxOptions): ApplicationRecord {
  const known = world.application.get('application');
  const token = options.token ?? known?.token ?? DEVELOPMENT_TOKEN;
  const application = world.application.put({
    id: 'application',
    application_id: idIn(token),
    ...(known ?? newKeys()),
    name: options.name ?? known?.name ?? DEFAULT_NAME,
    redirect_uris: options.redirectUris ?? known?.redirect_uris ?? [],
    client_secret: options.clientSecret ?? known?.client_secret ?? DEVELOPMENT_CLIENT_SECRET,
    interactions_endpoint_url: options.interactionsEndpointUrl ?? known?.interactions_endpoint_url ?? null,
    flags:
      options.allowedIntents === undefined
        ? (known?.flags ?? ALL_FLAGS)
        : flagsGranting(options.allowedIntents),
    ...(known?.token === token ? {} : { application_id: idIn(token) }),
    token,
  });
  ensureAccounts(world, application);
  return application;
}

/** The accounts that outlive a reset: the bot and the person who registered it. */
export function ensureAccounts(world: World, application: ApplicationRecord): void {
  putUser(world, {
    id: application.application_id,
    username: application.name,
    bot: true,
    discriminator: BOT_DISCRIMINATOR,
    email: null,
    dms_open: false,
  });
  putUser(world, { id: OWNER_ID, username: 'developer' });
}

/** Gives the bot another token. Discord writes an e-mail to its owner; the sandbox warns on its standard error. */
export function resetToken(world: World): void {
  const application = world.application.get('application');
  if (!application) return;
  const [id = ''] = application.token.split('.', 1);
  const token = `${id}.${randomBytes(4).toString('base64url')}.${randomBytes(28).toString('base64url')}`;
  world.application.patch(application, { token });
  process.emitWarning(`The bot has identified too often today: Discord has reset its token, to ${token}`);
}

/** The first part of a bot token is its application's id in base64. */
function idIn(token: string): string {
  const id = Buffer.from(token.split('.', 1)[0] ?? '', 'base64').toString();
  return /^\d{15,20}$/.test(id) ? id : APPLICATION_ID;
}

function newKeys(): Pick<ApplicationRecord, 'public_key' | 'private_key'> {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  // The last 32 bytes of the SubjectPublicKeyInfo are the key itself.
  const raw = publicKey.export({ type: 'spki', format: 'der' }).subarray(-32);
  return {
    public_key: raw.toString('hex'),
    private_key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}
