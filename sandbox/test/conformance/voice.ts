import { control } from '../support/http.js';
import type { Step } from './drive.js';

const STATES = '/guilds/{guild_id}/voice-states';
const STAGES = '/stage-instances';
const onStage = { channel_id: 'stage_id' };

/** Voice channels, who is in them, and stages. */
export const voiceSteps: Step[] = [
  { op: 'GET /voice/regions' },
  { op: 'GET /guilds/{guild_id}/regions' },
  {
    op: 'POST /guilds/{guild_id}/channels',
    body: { name: 'Stage', type: 13 },
    status: 201,
    keep: 'stage_id',
  },
  {
    op: `GET ${STATES}/{user_id}`,
    before: async (state, sandbox) => {
      for (const user of [state['user_id'], state['application_id']]) {
        const body = { channel_id: state['stage_id'] };
        await control(sandbox, 'PUT', `/guilds/${state['guild_id'] ?? ''}/voice-states/${user ?? ''}`, body);
      }
    },
  },
  { op: `GET ${STATES}/@me` },
  { op: `GET ${STATES}/{user_id}`, with: { user_id: 'bob_id' }, status: 404 },
  { op: `PATCH ${STATES}/@me`, body: { channel_id: '$stage_id', suppress: false }, status: 204 },
  { op: `PATCH ${STATES}/{user_id}`, body: { channel_id: '$stage_id', suppress: false }, status: 204 },
  { op: 'PATCH /guilds/{guild_id}/members/{user_id}', body: { mute: true } },
  { op: `POST ${STAGES}`, body: { channel_id: '$stage_id', topic: 'Briefing', privacy_level: 2 } },
  { op: `GET ${STAGES}/{channel_id}`, with: onStage },
  { op: `PATCH ${STAGES}/{channel_id}`, with: onStage, body: { topic: 'Debriefing' } },
  { op: `DELETE ${STAGES}/{channel_id}`, with: onStage, status: 204 },
  { op: `DELETE ${STAGES}/{channel_id}`, with: onStage, status: 404 },
  {
    op: 'PUT /channels/{channel_id}/voice-status',
    with: { channel_id: 'voice_id' },
    body: { status: 'Raid' },
    status: 204,
  },
];
