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
import type { Texts } from '../texts/fr/index.js';
import { useTexts } from '../texts/language.js';
import { feedsQuery } from './queries.js';

type Feed = components['schemas']['FeedView'];
type NewFeed = components['schemas']['NewFeedView'];

interface FeedsProps {
  /** Whose events they follow; `null` for one's own. */
  readonly org: string | null;
  readonly texts: Texts['me']['calendar']['own'];
}

/** Links by which calendar programs follow events: made, shown once, renewed and revoked. */
export function Feeds({ org, texts }: FeedsProps) {
  const { me } = useTexts();
  const query = useInfiniteQuery(feedsQuery(org));
  const [made, setMade] = useState<NewFeed | null>(null);
  return (
    <>
      <p className="lead">{texts.what}</p>
      <MakeFeed org={org} name={texts.defaultName} made={setMade} />
      {made !== null && <NewLink feed={made} once={texts.once} />}
      <Paged
        query={query}
        rows={2}
        nothing={
          <Nothing title={me.calendar.nothing}>
            <p>{me.calendar.nothingNext}</p>
          </Nothing>
        }
      >
        {(feeds) => (
          <ul className="rows">
            {feeds.map((feed) => (
              <FeedRow key={feed.id} org={org} feed={feed} renewed={setMade} />
            ))}
          </ul>
        )}
      </Paged>
    </>
  );
}

interface Wish {
  readonly name: string;
  /** Of an organization: whether events that are not public are shown as well. */
  readonly include_private: boolean;
}

function useMakeFeed(org: string | null, made: (feed: NewFeed) => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ name, include_private }: Wish) =>
      answerOf(
        org === null
          ? api.POST('/api/v1/users/me/feeds', { body: { name } })
          : api.POST('/api/v1/organizations/{id}/feeds', {
              params: { path: { id: org } },
              body: { name, include_private },
            }),
      ),
    onSuccess: async (feed) => {
      made(feed);
      await queries.invalidateQueries({ queryKey: feedsQuery(org).queryKey });
    },
  });
}

interface MakeFeedProps {
  readonly org: string | null;
  /** What a link is called at first. */
  readonly name: string;
  readonly made: (feed: NewFeed) => void;
}

function MakeFeed({ org, name, made }: MakeFeedProps) {
  const { me } = useTexts();
  const texts = me.calendar;
  const make = useMakeFeed(org, made);
  return (
    <form
      className="inline-form"
      onSubmit={(submit) => {
        submit.preventDefault();
        const data = new FormData(submit.currentTarget);
        make.mutate({ name: said(data, 'name'), include_private: data.has('private') });
      }}
    >
      <label className="field">
        {texts.name}
        <input name="name" required maxLength={60} defaultValue={name} autoComplete="off" />
      </label>
      {org !== null && (
        <label className="check">
          <input type="checkbox" name="private" />
          <span>{texts.private}</span>
        </label>
      )}
      <button type="submit" className="button primary" disabled={make.isPending}>
        {texts.make}
      </button>
      {make.error !== null && <Refusal error={make.error} />}
    </form>
  );
}

function NewLink({ feed, once }: { feed: NewFeed; once: string }) {
  const { me } = useTexts();
  const texts = me.calendar;
  return (
    <section className="panel wide once" role="status">
      <h2>{texts.made(feed.name)}</h2>
      <p>{once}</p>
      <Copied label={texts.link} value={feed.url} />
      <a className="button" href={feed.webcal_url}>
        {texts.subscribe}
      </a>
    </section>
  );
}

interface FeedRowProps {
  readonly org: string | null;
  readonly feed: Feed;
  readonly renewed: (feed: NewFeed) => void;
}

function FeedRow({ org, feed, renewed }: FeedRowProps) {
  const { me } = useTexts();
  const texts = me.calendar;
  const { agoOf } = useDates();
  const [asking, setAsking] = useState<'renew' | 'revoke' | null>(null);
  const notify = useNotify();
  const queries = useQueryClient();
  const make = useMakeFeed(org, renewed);
  const close = () => {
    setAsking(null);
  };
  const revoke = async () => {
    const { id: feedId } = feed;
    await answerOf(
      org === null
        ? api.DELETE('/api/v1/users/me/feeds/{feed_id}', { params: { path: { feed_id: feedId } } })
        : api.DELETE('/api/v1/organizations/{id}/feeds/{feed_id}', {
            params: { path: { id: org, feed_id: feedId } },
          }),
    );
    await queries.invalidateQueries({ queryKey: feedsQuery(org).queryKey });
  };
  return (
    <li className="row">
      <div>
        <h2>
          {feed.name}
          {feed.include_private && <span className="state">{texts.private}</span>}
        </h2>
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
            await make.mutateAsync(feed);
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
