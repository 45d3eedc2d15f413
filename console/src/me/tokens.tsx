import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { answerOf, api } from '../api/client.js';
import { useMe } from '../api/me.js';
import type { components } from '../api/schema.js';
import { useDates } from '../format/dates.js';
import { Confirm } from '../layout/confirm.js';
import { Copied } from '../layout/copied.js';
import { said } from '../layout/form-data.js';
import { useNotify } from '../layout/notices.js';
import { Nothing } from '../layout/nothing.js';
import { Paged } from '../layout/paged.js';
import { Refusal } from '../layout/refusal.js';
import { useTexts } from '../texts/language.js';
import { tokensQuery } from './queries.js';

type Token = components['schemas']['PersonalTokenView'];
type NewToken = components['schemas']['NewPersonalTokenView'];
type Scope = Token['scopes'][number];

const PARTS = ['profile', 'organizations', 'events', 'signups', 'discord'] as const;
const SCOPES: readonly Scope[] = [
  ...PARTS.flatMap((part): Scope[] => [`${part}:read`, `${part}:write`]),
  'admin',
];

/** How many days a token can be made for; missing: until it is revoked. */
const LIFETIMES = ['7', '30', '90', '365', ''] as const;
const DAY_MS = 86_400_000;

/** The tokens by which programs act for one. */
export function Tokens() {
  const { me } = useTexts();
  const texts = me.access;
  const heading = useId();
  const query = useInfiniteQuery(tokensQuery);
  const [made, setMade] = useState<NewToken | null>(null);
  return (
    <section className="part" aria-labelledby={heading}>
      <header className="part-head">
        <h2 id={heading}>{texts.tokens}</h2>
      </header>
      <p className="lead">{texts.tokensWhat}</p>
      {made !== null && (
        <section className="panel wide once" role="status">
          <h3>{texts.made(made.name)}</h3>
          <p>{texts.once}</p>
          <Copied label={texts.token} value={made.token} />
        </section>
      )}
      <details className="panel wide">
        <summary>{texts.make}</summary>
        <MakeToken made={setMade} />
      </details>
      <Paged query={query} rows={2} nothing={<Nothing title={texts.noTokens}>{null}</Nothing>}>
        {(tokens) => (
          <ul className="rows">
            {tokens.map((token) => (
              <TokenRow key={token.id} token={token} />
            ))}
          </ul>
        )}
      </Paged>
    </section>
  );
}

function MakeToken({ made }: { made: (token: NewToken) => void }) {
  const { me } = useTexts();
  const texts = me.access;
  const { site_admin } = useMe();
  const queries = useQueryClient();
  const [scopes, setScopes] = useState<readonly Scope[]>([]);
  const why = useId();
  const make = useMutation({
    mutationFn: (body: components['schemas']['CreatePersonalTokenDto']) =>
      answerOf(api.POST('/api/v1/users/me/tokens', { body })),
    onSuccess: async (token) => {
      made(token);
      setScopes([]);
      await queries.invalidateQueries({ queryKey: tokensQuery.queryKey });
    },
  });
  return (
    <form
      className="form"
      onSubmit={(submit) => {
        submit.preventDefault();
        const data = new FormData(submit.currentTarget);
        const days = Number(data.get('days'));
        const end = days === 0 ? null : new Date(Date.now() + days * DAY_MS).toISOString();
        make.mutate({ name: said(data, 'name'), scopes: [...scopes], expires_at: end });
      }}
    >
      <div className="fields">
        <label className="field">
          {texts.name}
          <input name="name" required maxLength={100} autoComplete="off" />
        </label>
        <label className="field">
          {texts.lifetime}
          <select name="days" defaultValue="90">
            {LIFETIMES.map((days) => (
              <option key={days} value={days}>
                {days === '' ? texts.forever : texts.days(Number(days))}
              </option>
            ))}
          </select>
        </label>
      </div>
      <fieldset className="checks">
        <legend>{texts.scopes}</legend>
        {SCOPES.filter((scope) => scope !== 'admin' || site_admin).map((scope) => (
          <label key={scope} className="check">
            <input
              type="checkbox"
              checked={scopes.includes(scope)}
              onChange={({ target }) => {
                setScopes(SCOPES.filter((one) => (one === scope ? target.checked : scopes.includes(one))));
              }}
            />
            <span>
              {texts.scopeNames[scope]} <code>{scope}</code>
            </span>
          </label>
        ))}
      </fieldset>
      {make.error !== null && <Refusal error={make.error} />}
      <div className="acts">
        <button
          type="submit"
          className="button primary"
          disabled={scopes.length === 0 || make.isPending}
          aria-describedby={scopes.length === 0 ? why : undefined}
        >
          {texts.make}
        </button>
        {scopes.length === 0 && (
          <span id={why} className="hint">
            {texts.chooseScope}
          </span>
        )}
      </div>
    </form>
  );
}

function TokenRow({ token }: { token: Token }) {
  const { me } = useTexts();
  const texts = me.access;
  const { agoOf, dateOf, isPast } = useDates();
  const [revoking, setRevoking] = useState(false);
  const notify = useNotify();
  const queries = useQueryClient();
  const end = token.expires_at === null ? null : new Date(token.expires_at);
  const isOver = end !== null && isPast(end);
  return (
    <li className="row">
      <div>
        <h3>
          {token.name} {isOver && <span className="state state-completed">{texts.over}</span>}
        </h3>
        <p className="scopes">
          {token.scopes.map((scope) => (
            <code key={scope}>{scope}</code>
          ))}
        </p>
        <p className="quiet">
          {end === null ? texts.foreverNote : texts.until(dateOf(end))} ·{' '}
          {token.last_used_at === null ? texts.unused : texts.usedAt(agoOf(new Date(token.last_used_at)))}
        </p>
      </div>
      <button
        type="button"
        className="button"
        onClick={() => {
          setRevoking(true);
        }}
      >
        {texts.revoke}
      </button>
      {revoking && (
        <Confirm
          title={texts.revokeTitle(token.name)}
          act={texts.revoke}
          danger
          close={() => {
            setRevoking(false);
          }}
          perform={async () => {
            const params = { path: { id: token.id } };
            await answerOf(api.DELETE('/api/v1/users/me/tokens/{id}', { params }));
            notify(texts.revoked);
            await queries.invalidateQueries({ queryKey: tokensQuery.queryKey });
          }}
        >
          <p>{texts.revokeWhy}</p>
        </Confirm>
      )}
    </li>
  );
}
