import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct } from '../api/act.js';
import { answerOf, api } from '../api/client.js';
import { useMe } from '../api/me.js';
import type { components } from '../api/schema.js';
import { useDates } from '../format/dates.js';
import { Confirm } from '../layout/confirm.js';
import { Paged } from '../layout/paged.js';
import { useNotify } from '../layout/notices.js';
import { Refusal } from '../layout/refusal.js';
import { useTexts } from '../texts/language.js';
import { Invites } from './invites.js';
import { membersQuery } from './queries.js';
import { Requests } from './requests.js';
import { mayIn, type MemberRole, type Organization } from './search.js';

type Member = components['schemas']['MemberView'];

const ROLES = ['admin', 'staff', 'member'] as const satisfies MemberRole[];

/** Who belongs to an organization, who asks to, and the links by which people join. */
export function MembersTab({ organization }: { organization: Organization }) {
  return (
    <div className="columns">
      <Members organization={organization} />
      <div className="stack">
        {mayIn(organization, 'organization.decide_requests') && <Requests id={organization.id} />}
        {mayIn(organization, 'organization.invite') && <Invites id={organization.id} />}
      </div>
    </div>
  );
}

function Members({ organization }: { organization: Organization }) {
  const { organizations: texts } = useTexts();
  const { id } = organization;
  const query = useInfiniteQuery(membersQuery(id));
  const change = useAct(
    ({ user_id, role }: { user_id: string; role: MemberRole }) =>
      answerOf(
        api.PUT('/api/v1/organizations/{id}/members/{user_id}', {
          params: { path: { id, user_id } },
          body: { role },
        }),
      ),
    ['organization', id],
  );
  return (
    <section className="panel" aria-labelledby="members">
      <h2 id="members">{texts.tabs.members}</h2>
      {change.error !== null && <Refusal error={change.error} />}
      <Paged query={query} rows={4} nothing={null}>
        {(members) => (
          <ul className="rows">
            {members.map((member) => (
              <MemberRow
                key={member.user_id}
                member={member}
                organization={organization}
                changing={change.isPending}
                change={(role) => {
                  change.mutate({ user_id: member.user_id, role });
                }}
              />
            ))}
          </ul>
        )}
      </Paged>
    </section>
  );
}

interface MemberRowProps {
  readonly member: Member;
  readonly organization: Organization;
  readonly changing: boolean;
  readonly change: (role: MemberRole) => void;
}

function MemberRow({ member, organization, changing, change }: MemberRowProps) {
  const { organizations: texts } = useTexts();
  const { dateOf } = useDates();
  const me = useMe();
  const [asked, setAsked] = useState<'remove' | 'transfer' | null>(null);
  const { user_id, handle, role, joined_at } = member;
  const owns = user_id === organization.owner_id;
  const isMe = user_id === me.id;
  const mayChange = mayIn(organization, 'organization.change_members');
  return (
    <li className="row">
      <div className="row-what">
        <h3>
          {handle}
          {isMe && <span className="quiet"> · {texts.you}</span>}
        </h3>
        <p className="quiet">{texts.since(dateOf(new Date(joined_at)))}</p>
      </div>
      {mayChange && !owns ? (
        <select
          aria-label={texts.roleOf(handle)}
          value={role}
          disabled={changing}
          onChange={({ target }) => {
            const chosen = ROLES.find((one) => one === target.value);
            if (chosen !== undefined) change(chosen);
          }}
        >
          {ROLES.map((one) => (
            <option key={one} value={one}>
              {texts.ranks[one]}
            </option>
          ))}
        </select>
      ) : (
        <span className="badge">{owns ? texts.ranks.owner : texts.ranks[role]}</span>
      )}
      <div className="row-acts">
        {mayIn(organization, 'organization.transfer') && !owns && (
          <button
            type="button"
            className="button bare"
            aria-label={texts.transfer.of(handle)}
            onClick={() => {
              setAsked('transfer');
            }}
          >
            {texts.transfer.act}
          </button>
        )}
        {!owns && (isMe || mayChange) && (
          <button
            type="button"
            className="button bare bad"
            aria-label={isMe ? texts.leave.act : texts.remove.of(handle)}
            onClick={() => {
              setAsked('remove');
            }}
          >
            {isMe ? texts.leave.act : texts.remove.act}
          </button>
        )}
      </div>
      {asked === 'remove' && (
        <Removal
          member={member}
          organization={organization}
          isMe={isMe}
          close={() => {
            setAsked(null);
          }}
        />
      )}
      {asked === 'transfer' && (
        <Transfer
          member={member}
          organization={organization}
          close={() => {
            setAsked(null);
          }}
        />
      )}
    </li>
  );
}

interface AskedProps {
  readonly member: Member;
  readonly organization: Organization;
  readonly close: () => void;
}

function Removal({ member, organization, isMe, close }: AskedProps & { readonly isMe: boolean }) {
  const { organizations: texts } = useTexts();
  const notify = useNotify();
  const navigate = useNavigate();
  const { id, name } = organization;
  const { user_id, handle } = member;
  const remove = useAct(
    () =>
      answerOf(
        api.DELETE('/api/v1/organizations/{id}/members/{user_id}', { params: { path: { id, user_id } } }),
      ),
    ['organizations'],
    ['organization', id],
  );
  const said = isMe ? texts.leave : texts.remove;
  return (
    <Confirm
      title={isMe ? texts.leave.title(name) : texts.remove.title(handle)}
      act={said.act}
      danger
      perform={async () => {
        await remove.mutateAsync();
        notify(isMe ? texts.leave.done(name) : texts.remove.done(handle));
        if (isMe) void navigate({ to: '/organizations' });
      }}
      close={close}
    >
      <p>{said.what}</p>
    </Confirm>
  );
}

function Transfer({ member: { user_id, handle }, organization: { id, tag }, close }: AskedProps) {
  const { organizations: texts } = useTexts();
  const notify = useNotify();
  const transfer = useAct(
    () =>
      answerOf(
        api.POST('/api/v1/organizations/{id}/transfer', { params: { path: { id } }, body: { user_id } }),
      ),
    ['organization', id],
  );
  return (
    <Confirm
      title={texts.transfer.of(handle)}
      act={texts.transfer.act}
      danger
      phrase={tag}
      perform={async () => {
        await transfer.mutateAsync();
        notify(texts.transfer.done(handle));
      }}
      close={close}
    >
      <p>{texts.transfer.what(handle)}</p>
    </Confirm>
  );
}
