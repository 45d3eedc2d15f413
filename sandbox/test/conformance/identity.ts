import { control } from '../support/http.js';
import type { Step } from './drive.js';

const ENTITLEMENTS = '/applications/{application_id}/entitlements';
const FIELDS = '/applications/{application_id}/role-connections/metadata';
const CONNECTION = '/users/@me/applications/{application_id}/role-connection';
const field = { type: 2, key: 'hours', name: 'Hours', description: 'Hours flown' };
const form = { form: true, auth: 'none' as const };

/** What the application sells, and who people are elsewhere. */
export const identitySteps: Step[] = [
  { op: 'GET /applications/{application_id}' },
  { op: 'GET /applications/{application_id}', with: { application_id: '123' }, status: 403 },
  { op: 'PATCH /applications/{application_id}', body: { interactions_endpoint_url: null } },
  {
    op: 'GET /applications/{application_id}/skus',
    before: async (state, sandbox) => {
      const made = await control<{ id: string }>(sandbox, 'POST', '/skus', { name: 'Fuel', type: 3 });
      state['sku_id'] = made.body.id;
    },
  },
  {
    op: `POST ${ENTITLEMENTS}`,
    body: { sku_id: '$sku_id', owner_id: '$user_id', owner_type: 2 },
    keep: 'entitlement_id',
  },
  { op: `POST ${ENTITLEMENTS}`, body: { sku_id: '1', owner_id: '$user_id', owner_type: 2 }, status: 404 },
  { op: `GET ${ENTITLEMENTS}`, query: 'user_id=$user_id' },
  { op: `GET ${ENTITLEMENTS}/{entitlement_id}` },
  { op: `POST ${ENTITLEMENTS}/{entitlement_id}/consume`, status: 204 },
  { op: `DELETE ${ENTITLEMENTS}/{entitlement_id}`, status: 204 },
  {
    op: 'GET /skus/{sku_id}/subscriptions',
    query: 'user_id=$user_id',
    before: async (state, sandbox) => {
      const { client } = sandbox;
      const { id: skuId } = await client.makeSku({ name: 'Crew', type: 5 });
      const { id } = await client.subscribe({ sku_id: skuId, user_id: state['user_id'] ?? '' });
      Object.assign(state, { sku_id: skuId, subscription_id: id });
    },
  },
  { op: 'GET /skus/{sku_id}/subscriptions/{subscription_id}', query: 'user_id=$user_id' },
  { op: `PUT ${FIELDS}`, body: [field] },
  { op: `GET ${FIELDS}` },
  {
    op: 'POST /oauth2/token',
    ...form,
    before: async (state, sandbox) => {
      const scope = 'identify email openid connections role_connections.write';
      const given = { user_id: state['user_id'], redirect_uri: 'http://127.0.0.1/back', scope };
      const { body } = await control<{ code: string }>(sandbox, 'POST', '/oauth2/authorize', given);
      state['code'] = body.code;
    },
    body: {
      client_id: '$application_id',
      client_secret: '$client_secret',
      grant_type: 'authorization_code',
      code: '$code',
      redirect_uri: 'http://127.0.0.1/back',
    },
    after: (answer, state) => {
      state['access_token'] = String(answer['access_token']);
    },
  },
  { op: `PUT ${CONNECTION}`, auth: 'bearer', body: { platform_name: 'Hangar', metadata: { hours: '5' } } },
  { op: `PUT ${CONNECTION}`, auth: 'bearer', body: { metadata: { other: '5' } }, status: 400 },
  { op: `GET ${CONNECTION}`, auth: 'bearer' },
  { op: `GET ${CONNECTION}`, status: 403 },
  { op: `DELETE ${CONNECTION}`, auth: 'bearer', status: 204 },
  { op: 'GET /users/@me/connections', auth: 'bearer' },
  { op: 'GET /users/@me/applications/{application_id}/entitlements', auth: 'bearer' },
  { op: 'GET /oauth2/keys', auth: 'none' },
  { op: 'GET /oauth2/userinfo', auth: 'bearer' },
  { op: 'GET /oauth2/userinfo', status: 401 },
];
