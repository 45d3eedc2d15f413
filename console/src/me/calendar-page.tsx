import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api } from '../api/client.js';
import type { components } from '../api/schema.js';
import { useDates } from '../format/dates.js';
import { Confirm } from '../layout/confirm.js';
import { Copied } from '../layout/copied.js';
import { said } from '../layout/form-data.js';
import { useNotify } from '../layout/notices.js';
import { Nothing } from '../layout/nothing.js';
import { Paged } from '../layout/paged.js';
import { Refusal } from '../layout/refusal.js';
import { useTitle } from '../layout/title.js';
import { useTexts } from '../texts/language.js';
import { feedsQuery } from './queries.js';

type Feed = components['schemas']['FeedView'];
type NewFeed = components['schemas']['NewFeedView'];

/** The links by which calendar programs follow one's events. */
export function CalendarPage() {
  const { me } = useTexts();
  const texts = me.calendar;
  const query = useInfiniteQuery(feedsQuery);
  const [made, setMade] = useState<NewFeed | null>(null);
  useTitle(texts.title);
  return (
    <>
      <header className="page-head">
        <h1>{texts.title}</h1>
      </header>
      <p className="lead">{texts.what}</p>
      <MakeFeed made={setMade} />
      {made !== null && <NewLink feed={made} />}
      <Paged
        query={query}
        rows={2}
        nothing={
          <Nothing title={texts.nothing}>
            <p>{texts.nothingNext}</p>
          </Nothing>
        }
      >
        {(feeds) => (
          <ul className="rows">
            {feeds.map((feed) => (
              <FeedRow key={feed.id} feed={feed} renewed={setMade} />
            ))}
          </ul>
        )}
      </Paged>
    </>
  );
}

function useMakeFeed(made: (feed: NewFeed) => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (name: string) => answerOf(api.POST('/api/v1/users/me/feeds', { body: { name } })),
    onSuccess: async (feed) => {
      made(feed);
      await queries.invalidateQueries({ queryKey: feedsQuery.queryKey });
    },
  });
}

function MakeFeed({ made }: { made: (feed: NewFeed) => void }) {
  const { me } = useTexts();
  const texts = me.calendar;
  const make = useMakeFeed(made);
  return (
    <form
      className="inline-form"
      onSubmit={(submit) => {
        submit.preventDefault();
        make.mutate(said(new FormData(submit.currentTarget), 'name'));
      }}
    >
      <label className="field">
        {texts.name}
        <input name="name" required maxLength={60} defaultValue={texts.defaultName} autoComplete="off" />
      </label>
      <button type="submit" className="button primary" disabled={make.isPending}>
        {texts.make}
      </button>
      {make.error !== null && <Refusal error={make.error} />}
    </form>
  );
}

function NewLink({ feed }: { feed: NewFeed }) {
  const { me } = useTexts();
  const texts = me.calendar;
  return (
    <section className="panel wide once" role="status">
      <h2>{texts.made(feed.name)}</h2>
      <p>{texts.once}</p>
      <Copied label={texts.link} value={feed.url} />
      <a className="button" href={feed.webcal_url}>
        {texts.subscribe}
      </a>
    </section>
  );
}

function FeedRow({ feed, renewed }: { feed: Feed; renewed: (feed: NewFeed) => void }) {
  const { me } = useTexts();
  const texts = me.calendar;
  const { agoOf } = useDates();
  const [asking, setAsking] = useState<'renew' | 'revoke' | null>(null);
  const notify = useNotify();
  const queries = useQueryClient();
  const make = useMakeFeed(renewed);
  const close = () => {
    setAsking(null);
  };
  const revoke = async () => {
    await answerOf(
      api.DELETE('/api/v1/users/me/feeds/{feed_id}', { params: { path: { feed_id: feed.id } } }),
    );
    await queries.invalidateQueries({ queryKey: feedsQuery.queryKey });
  };
  return (
    <li className="row">
      <div>
        <h2>{feed.name}</h2>
        <p className="quiet">
          {feed.last_used_at === null ? texts.unused : texts.used(agoOf(new Date(feed.last_used_at)))}
        </p>
      </div>
      <div className="acts">
        <button
          type="button"
          className="button"
          onClick={() => {
            setAsking('renew');
          }}
        >
          {texts.renew}
        </button>
        <button
          type="button"
          className="button"
          onClick={() => {
            setAsking('revoke');
          }}
        >
          {texts.revoke}
        </button>
      </div>
      {asking === 'renew' && (
        <Confirm
          title={texts.renewTitle(feed.name)}
          act={texts.renew}
          close={close}
          perform={async () => {
            await make.mutateAsync(feed.name);
            await revoke();
          }}
        >
          <p>{texts.renewWhy}</p>
        </Confirm>
      )}
      {asking === 'revoke' && (
        <Confirm
          title={texts.revokeTitle(feed.name)}
          act={texts.revoke}
          danger
          close={close}
          perform={async () => {
            await revoke();
            notify(texts.revoked);
          }}
        >
          <p>{texts.revokeWhy}</p>
        </Confirm>
      )}
    </li>
  );
}
