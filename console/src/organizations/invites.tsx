import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useAct } from '../api/act.js';
import { answerOf, api } from '../api/client.js';
import type { components } from '../api/schema.js';
import { useDates } from '../format/dates.js';
import { Confirm } from '../layout/confirm.js';
import { Loaded } from '../layout/loaded.js';
import { useNotify } from '../layout/notices.js';
import { Refusal } from '../layout/refusal.js';
import { MenuField, TextField, typedIn } from '../layout/text-field.js';
import { useTexts } from '../texts/language.js';
import { invitesQuery } from './queries.js';

type Invite = components['schemas']['InviteView'];

const HOURS = [24, 168, 720] as const;
const WEEK = '168';

/** Links by which people join an organization: made, copied and revoked. */
export function Invites({ id }: { id: string }) {
  const { organizations: texts } = useTexts();
  const query = useQuery(invitesQuery(id));
  const create = useAct(
    (body: components['schemas']['CreateInviteDto']) =>
      answerOf(api.POST('/api/v1/organizations/{id}/invites', { params: { path: { id } }, body })),
    ['organization', id],
  );
  return (
    <section className="panel" aria-labelledby="invites">
      <h2 id="invites">{texts.invites.title}</h2>
      <form
        className="in-line"
        onSubmit={(submit) => {
          submit.preventDefault();
          const uses = typedIn(submit.currentTarget, 'uses');
          const hours = Number(typedIn(submit.currentTarget, 'hours'));
          create.mutate({ expires_in_hours: hours, max_uses: uses === '' ? null : Number(uses) });
        }}
      >
        <MenuField name="hours" label={texts.invites.lasts} value={WEEK}>
          {HOURS.map((hours) => (
            <option key={hours} value={hours}>
              {texts.invites.durations[hours]}
            </option>
          ))}
        </MenuField>
        <TextField
          name="uses"
          type="number"
          min={1}
          max={1000}
          label={texts.invites.uses}
          placeholder={texts.invites.anyNumber}
        />
        <button type="submit" className="button primary" disabled={create.isPending}>
          {texts.invites.act}
        </button>
      </form>
      {create.error !== null && <Refusal error={create.error} />}
      <Loaded query={query} rows={1}>
        {(invites) =>
          invites.length === 0 ? (
            <p className="quiet">{texts.invites.nothing}</p>
          ) : (
            <ul className="rows">
              {invites.map((invite) => (
                <InviteRow key={invite.id} invite={invite} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  );
}

function InviteRow({ invite: { id, org_id, url, uses, max_uses, expires_at } }: { invite: Invite }) {
  const { organizations: texts } = useTexts();
  const { momentOf } = useDates();
  const notify = useNotify();
  const [revoking, setRevoking] = useState(false);
  const revoke = useAct(
    () =>
      answerOf(
        api.DELETE('/api/v1/organizations/{id}/invites/{invite_id}', {
          params: { path: { id: org_id, invite_id: id } },
        }),
      ),
    ['organization', org_id],
  );
  return (
    <li className="row">
      <div className="row-what">
        <input className="link" readOnly value={url} aria-label={texts.invites.link} />
        <p className="quiet">
          {texts.invites.until(momentOf(new Date(expires_at)))} · {texts.invites.used(uses, max_uses)}
        </p>
      </div>
      <div className="row-acts">
        <button
          type="button"
          className="button"
          onClick={() => {
            void navigator.clipboard.writeText(url).then(() => {
              notify(texts.invites.copied);
            });
          }}
        >
          {texts.invites.copy}
        </button>
        <button
          type="button"
          className="button bare bad"
          onClick={() => {
            setRevoking(true);
          }}
        >
          {texts.invites.revoke}
        </button>
      </div>
      {revoking && (
        <Confirm
          title={texts.invites.revokeTitle}
          act={texts.invites.revoke}
          danger
          perform={() => revoke.mutateAsync()}
          close={() => {
            setRevoking(false);
          }}
        >
          <p>{texts.invites.revokeWhat}</p>
        </Confirm>
      )}
    </li>
  );
}
