import { PNG } from '../support/pictures.js';
import type { Step } from './drive.js';

const GUILD = '/guilds/{guild_id}/emojis';
const APPLICATION = '/applications/{application_id}/emojis';

/** Emojis of servers and of the application. */
export const expressionSteps: Step[] = [
  { op: `POST ${GUILD}`, body: { name: 'idris', image: PNG }, status: 201, keep: 'emoji_id' },
  { op: `POST ${GUILD}`, body: { name: 'x', image: 'none' }, status: 400 },
  { op: `GET ${GUILD}` },
  { op: `GET ${GUILD}/{emoji_id}` },
  { op: `PATCH ${GUILD}/{emoji_id}`, body: { name: 'javelin' } },
  { op: 'GET /guilds/{guild_id}' },
  { op: `DELETE ${GUILD}/{emoji_id}`, status: 204 },
  { op: `GET ${GUILD}/{emoji_id}`, status: 404 },
  { op: `POST ${APPLICATION}`, body: { name: 'idris', image: PNG }, status: 201, keep: 'emoji_id' },
  { op: `GET ${APPLICATION}` },
  { op: `GET ${APPLICATION}/{emoji_id}` },
  { op: `PATCH ${APPLICATION}/{emoji_id}`, body: { name: 'javelin' } },
  { op: `DELETE ${APPLICATION}/{emoji_id}`, status: 204 },
];
