import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useAct } from '../api/act.js';
import { answerOf, api } from '../api/client.js';
import type { components } from '../api/schema.js';
import { useDates } from '../format/dates.js';
import { Loaded } from '../layout/loaded.js';
import { useNotify } from '../layout/notices.js';
import { Refusal } from '../layout/refusal.js';
import { useTexts } from '../texts/language.js';
import { doctorQuery } from './queries.js';
import type { ServerDetails } from './search.js';

type Examination = components['schemas']['ExaminationView'];
type Feature = components['schemas']['ExaminedFeatureView'];

const route = getRouteApi('/servers/$guildId');

/** What each feature needs on a server, what is missing and who denies it: failures first, each with what mends it. */
export function DoctorTab({ server }: { server: ServerDetails }) {
  const query = useQuery(doctorQuery(server.guild_id));
  return (
    <Loaded query={query} rows={4}>
      {(examination) => <Examined examination={examination} server={server} looking={query.isFetching} />}
    </Loaded>
  );
}

interface ExaminedProps {
  readonly examination: Examination;
  readonly server: ServerDetails;
  readonly looking: boolean;
}

function Examined({ examination: { state, features, invite_url }, server, looking }: ExaminedProps) {
  const { servers: texts } = useTexts();
  const notify = useNotify();
  const { guild_id: id } = server;
  const look = useAct(() => Promise.resolve(), ['server', id]);
  const mend = useAct(
    () =>
      answerOf(
        api.POST('/api/v1/discord/guilds/{guild_id}/doctor/mend', { params: { path: { guild_id: id } } }),
      ),
    ['server', id],
  );
  const isBad = (feature: Feature) => feature.permissions.length > 0 || feature.channel_unusable;
  const bad = features.filter(isBad);
  const good = features.filter((feature) => !isBad(feature));
  const mends = bad.some(({ remedy }) => remedy === 'self');
  return (
    <>
      <section className={`panel verdict ${state === 'seen' && bad.length === 0 ? 'good' : 'bad'}`}>
        <h2>
          <span role="status">
            {state === 'seen' ? texts.doctor.verdict(bad.length) : texts.doctor.states[state]}
          </span>
        </h2>
        <div className="row-acts">
          {mends && (
            <button
              type="button"
              className="button primary"
              disabled={mend.isPending}
              onClick={() => {
                mend.mutate(undefined, {
                  onSuccess: () => {
                    notify(texts.doctor.mended);
                  },
                });
              }}
            >
              {texts.doctor.mend}
            </button>
          )}
          {invite_url !== null && (
            <a
              className={mends ? 'button' : 'button primary'}
              href={invite_url}
              target="_blank"
              rel="noreferrer"
            >
              {texts.doctor.invite} <span aria-hidden="true">↗</span>
            </a>
          )}
          <button
            type="button"
            className="button"
            disabled={looking}
            onClick={() => {
              look.mutate();
            }}
          >
            {texts.doctor.again}
          </button>
        </div>
        {mend.error !== null && <Refusal error={mend.error} />}
      </section>
      <Faults server={server} />
      {bad.length > 0 && (
        <ul className="features" aria-label={texts.doctor.toMend}>
          {bad.map((feature) => (
            <Bad key={`${feature.feature} ${String(feature.channel_id)}`} feature={feature} guildId={id} />
          ))}
        </ul>
      )}
      {good.length > 0 && (
        <ul className="features" aria-label={texts.doctor.allRight}>
          {good.map((feature) => (
            <Good key={`${feature.feature} ${String(feature.channel_id)}`} feature={feature} guildId={id} />
          ))}
        </ul>
      )}
      {state === 'seen' && features.length === 0 && <p>{texts.doctor.nothingOn}</p>}
    </>
  );
}

/** What Discord refused lately, and what waits for it. */
function Faults({ server: { open_faults } }: { server: ServerDetails }) {
  const { servers: texts } = useTexts();
  const { momentOf } = useDates();
  if (open_faults.length === 0) return null;
  return (
    <section className="panel failure" aria-labelledby="faults">
      <h2 id="faults">{texts.doctor.refused}</h2>
      <ul className="rows">
        {open_faults.map(({ capability, channel_id, kind, message, since }) => (
          <li key={`${capability} ${String(channel_id)}`} className="row-what">
            <p>
              <strong>{texts.doctor.featureName(capability)}</strong>: {texts.doctor.kinds[kind]}{' '}
              <span className="quiet">{texts.doctor.sinceMoment(momentOf(new Date(since)))}</span>
            </p>
            <p className="quiet" lang="en">
              {message}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Head({ feature: { feature, channel_name }, isGood }: { feature: Feature; isGood: boolean }) {
  const { servers: texts } = useTexts();
  return (
    <h3>
      <span aria-hidden="true" className={isGood ? 'sign good' : 'sign bad'}>
        {isGood ? '✓' : '!'}
      </span>{' '}
      {texts.doctor.featureName(feature)}
      {channel_name !== null && <span className="quiet"> · #{channel_name}</span>}
    </h3>
  );
}

/** Marks what the address asks about, and brings it into sight. */
function useAsked(channelId: string | null) {
  const { channel } = route.useSearch();
  if (channel === undefined || channel !== channelId) return {};
  return { 'aria-current': true, ref: bringIntoSight } as const;
}

function bringIntoSight(feature: HTMLLIElement | null): void {
  feature?.scrollIntoView({ block: 'center' });
}

function Bad({ feature, guildId }: { feature: Feature; guildId: string }) {
  const { servers: texts } = useTexts();
  const { channel_unusable, channel_id, denials, remedy, needed, permissions } = feature;
  const held = needed.filter((name) => !permissions.includes(name));
  return (
    <li className="feature bad" {...useAsked(channel_id)}>
      <Head feature={feature} isGood={false} />
      {channel_unusable ? (
        <p>{texts.doctor.channelGone}</p>
      ) : (
        <ul className="denials">
          {denials.map(({ permission, by, roles }) => (
            <li key={permission}>
              <strong>{texts.permissions[permission]}</strong>:{' '}
              {texts.doctor.deniedBy[by](roles.map(({ name }) => name))}
            </li>
          ))}
        </ul>
      )}
      {remedy !== null && !channel_unusable && <p>{texts.doctor.remedies[remedy]}</p>}
      {held.length > 0 && (
        <p className="quiet">{texts.doctor.has(held.map((name) => texts.permissions[name]))}</p>
      )}
      {channel_id !== null && !channel_unusable && <Trial guildId={guildId} channelId={channel_id} />}
    </li>
  );
}

function Good({ feature, guildId }: { feature: Feature; guildId: string }) {
  const { servers: texts } = useTexts();
  const { needed, channel_id } = feature;
  return (
    <li className="feature" {...useAsked(channel_id)}>
      <Head feature={feature} isGood />
      <p className="quiet">{texts.doctor.has(needed.map((name) => texts.permissions[name]))}</p>
      {channel_id !== null && <Trial guildId={guildId} channelId={channel_id} />}
    </li>
  );
}

/** Posts a message and deletes it: what the permissions only promise. */
function Trial({ guildId, channelId }: { guildId: string; channelId: string }) {
  const { servers: texts } = useTexts();
  const trial = useAct(() =>
    answerOf(
      api.POST('/api/v1/discord/guilds/{guild_id}/doctor/trial', {
        params: { path: { guild_id: guildId } },
        body: { channel_id: channelId },
      }),
    ),
  );
  return (
    <div className="trial">
      <button
        type="button"
        className="button"
        disabled={trial.isPending}
        onClick={() => {
          trial.mutate();
        }}
      >
        {texts.doctor.trial}
      </button>
      <span role="status">
        {trial.data?.ok === true && <span className="good">{texts.doctor.trialDone}</span>}
        {trial.data?.ok === false && (
          <span className="bad">
            {texts.doctor.trialRefused} <span lang="en">{trial.data.error}</span>
          </span>
        )}
      </span>
      {trial.error !== null && <Refusal error={trial.error} />}
    </div>
  );
}
