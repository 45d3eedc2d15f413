/** A forum: what it is for, its tags to filter by, and its posts; the pinned one first, closed ones last. */
import { html, useState } from '../lib/html.js';
import { compareIds } from '../lib/format.js';
import { plural } from 'discord-view/format.js';
import { Avatar } from 'discord-view/avatar.js';
import { Icon } from 'discord-view/icon.js';
import { Markdown } from 'discord-view/markdown/render.js';
import { Timestamp } from 'discord-view/timestamp.js';
import { goTo } from '../state/navigate.js';
import { nameOf, store, useApp } from '../state/store.js';
import { isClosed, isPinned } from '../state/threads.js';
import { TagChip, TagPicker } from './tags.js';

/** @typedef {import('../types').Channel} Channel */

const DISCORD_EPOCH = 1_420_070_400_000;

/** When a thing of this id came to be. @param {string} id */
const timeOf = (id) => new Date(Number(BigInt(id) >> 22n) + DISCORD_EPOCH);

/** @param {Channel} a @param {Channel} b */
const byPinThenActivity = (a, b) =>
  Number(isPinned(b)) - Number(isPinned(a)) ||
  compareIds(b.last_message_id ?? b.id, a.last_message_id ?? a.id);

/** @param {{channel: Channel}} props */
export function Forum({ channel }) {
  const channels = useApp((state) => state.guild?.channels) ?? [];
  const [chosen, setChosen] = useState(/** @type {string[]} */ ([]));
  const may = useApp((state) => state.access[channel.id]?.send !== false);
  const tags = channel.available_tags ?? [];
  const posts = channels.filter((one) => one.parent_id === channel.id).sort(byPinThenActivity);
  const wanted = posts.filter(
    (post) => chosen.length === 0 || chosen.some((id) => post.applied_tags?.includes(id)),
  );
  const open = wanted.filter((post) => !isClosed(post));
  const closed = wanted.filter(isClosed);
  return html`<div class="forum" tabindex="0" role="region" aria-label=${`Posts of ${channel.name}`}>
    ${channel.topic && html`<div class="forum-topic"><${Markdown} text=${channel.topic} /></div>`}
    <div class="forum-bar">
      <${TagPicker} tags=${tags} chosen=${chosen} onChoose=${setChosen} label="Show only posts with" />
      <button
        type="button"
        class="dv-button dv-primary"
        disabled=${!may}
        onClick=${() => store.set({ dialog: { kind: 'new-thread', channel_id: channel.id } })}
      >
        <${Icon} name="plus" />New post
      </button>
    </div>
    ${wanted.length === 0 && html`<p class="forum-none">${posts.length === 0 ? 'No post yet. “New post” makes the first.' : 'No post has such a tag.'}</p>`}
    <ul class="posts" aria-label="Posts">
      ${open.map((post) => html`<li key=${post.id}><${Post} post=${post} tags=${tags} /></li>`)}
    </ul>
    ${
      closed.length > 0 &&
      html`<section aria-labelledby="closed-posts">
        <h2 class="events-head" id="closed-posts">Older posts</h2>
        <ul class="posts" aria-labelledby="closed-posts">
          ${closed.map((post) => html`<li key=${post.id}><${Post} post=${post} tags=${tags} /></li>`)}
        </ul>
      </section>`
    }
  </div>`;
}

/** @param {{post: Channel, tags: import('../types').Tag[]}} props */
function Post({ post, tags }) {
  const guild = useApp((state) => state.guild?.id);
  const author = useApp((state) => nameOf(state, post.owner_id ?? ''));
  const messages = useApp((state) => state.messages[post.id]);
  const first = messages?.find((message) => message.id === post.id);
  const answers = (messages?.length ?? 0) - (first ? 1 : 0);
  const own = tags.filter((tag) => post.applied_tags?.includes(tag.id));
  const last = messages?.at(-1)?.id ?? post.last_message_id ?? post.id;
  return html`<button type="button" class="post" onClick=${() => guild && goTo(guild, post.id)}>
    ${
      (own.length > 0 || isPinned(post)) &&
      html`<span class="tags">
        ${isPinned(post) && html`<span class="chip post-pinned"><${Icon} name="pin" />Pinned</span>`}
        ${own.map((tag) => html`<${TagChip} key=${tag.id} tag=${tag} />`)}
      </span>`
    }
    <strong class="post-title">${post.name}</strong>
    <span class="post-text"
      ><${Avatar} id=${post.owner_id ?? post.id} name=${author} size="small" /><span
        ><strong>${author}</strong>${first ? `: ${first.content.slice(0, 160) || 'without a text'}` : ''}</span
      ></span
    >
    <span class="dv-muted">${plural(answers, 'answer')} · <${Timestamp} date=${timeOf(last)} format="R" /></span>
  </button>`;
}
