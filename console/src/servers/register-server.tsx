import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useAct } from '../api/act.js';
import { answerOf, api } from '../api/client.js';
import { signInAddress } from '../api/me.js';
import type { components } from '../api/schema.js';
import { Loaded } from '../layout/loaded.js';
import { Refusal } from '../layout/refusal.js';
import type { Organization } from '../organizations/search.js';
import { useLocale, useTexts } from '../texts/language.js';
import { managedQuery } from './queries.js';

type Choice = components['schemas']['ServerChoiceView'];

interface RegisterProps {
  readonly organization: Organization;
  /** Those that one may register a server for. */
  readonly organizations: readonly Organization[];
}

/** The servers that one manages on Discord: where the bot is they can be registered, elsewhere it is invited first. */
export function RegisterServer({ organization, organizations }: RegisterProps) {
  const { servers: texts } = useTexts();
  const navigate = useNavigate();
  const query = useQuery(managedQuery);
  return (
    <section className="panel" aria-labelledby="register">
      <div className="panel-head">
        <h2 id="register">{texts.register.act}</h2>
        <Link className="button bare" to="/servers" search={{}} aria-label={texts.register.close}>
          ✕
        </Link>
      </div>
      {organizations.length > 1 && (
        <label className="field">
          {texts.register.organization}
          <select
            value={organization.id}
            onChange={({ target }) => void navigate({ to: '/servers', search: { register: target.value } })}
          >
            {organizations.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      <Loaded query={query} rows={2}>
        {(managed) => (
          <>
            {managed !== null && managed.length > 0 && (
              <ul className="rows">
                {managed.map((choice) => (
                  <ChoiceRow key={choice.guild_id} choice={choice} organization={organization} />
                ))}
              </ul>
            )}
            {managed?.length === 0 && <p>{texts.register.nothing}</p>}
            <p className="quiet">
              {managed === null ? texts.register.unknown : texts.register.asOf}{' '}
              <a href={signInAddress(location.pathname + location.search)}>{texts.register.askAgain}</a>
            </p>
          </>
        )}
      </Loaded>
    </section>
  );
}

function ChoiceRow({ choice, organization }: { choice: Choice; organization: Organization }) {
  const { servers: texts } = useTexts();
  const locale = useLocale();
  const navigate = useNavigate();
  const { guild_id: guildId, name, bot_is_there, registered, invite_url } = choice;
  const register = useAct(
    () =>
      answerOf(
        api.POST('/api/v1/discord/guilds', {
          body: { guild_id: guildId, org_id: organization.id, locale },
        }),
      ),
    ['servers'],
  );
  return (
    <li className="row">
      <div className="row-what">
        <h3>{name}</h3>
        <p className="quiet">
          {registered ? texts.register.taken : bot_is_there ? texts.register.ready : texts.register.noBot}
        </p>
        {register.error !== null && <Refusal error={register.error} />}
      </div>
      {bot_is_there ? (
        <button
          type="button"
          className={registered ? 'button' : 'button primary'}
          disabled={register.isPending}
          aria-label={texts.register.of(name)}
          onClick={() => {
            register.mutate(undefined, {
              onSuccess: () =>
                void navigate({ to: '/servers/$guildId', params: { guildId }, search: { tab: 'settings' } }),
            });
          }}
        >
          {texts.register.take}
        </button>
      ) : (
        <a className="button" href={invite_url} target="_blank" rel="noreferrer">
          {texts.register.invite} <span aria-hidden="true">↗</span>
        </a>
      )}
    </li>
  );
}
