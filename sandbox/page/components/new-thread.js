/** A new thread: from a message, or by itself; or a post of a forum. */
import { html, useState } from '../lib/html.js';
import { textsOf } from '../lib/forms.js';
import { isForum, startThread } from '../state/threads.js';
import { messageOf } from '../state/messages.js';
import { useApp } from '../state/store.js';
import { Dialog } from './dialog.js';
import { Field } from './field.js';
import { TagPicker } from './tags.js';

const PUBLIC = 11;
const PRIVATE = 12;
const ANNOUNCEMENTS = 5;
const ANNOUNCEMENT_THREAD = 10;

/** @param {{place: {channel_id: string, message_id?: string}}} props */
export function NewThread({ place }) {
  const parent = useApp((state) => state.guild?.channels.find(({ id }) => id === place.channel_id));
  const origin = useApp((state) => messageOf(state, { message_id: '', ...place }));
  const [tags, setTags] = useState(/** @type {string[]} */ ([]));
  if (!parent) return null;
  const forum = isForum(parent);
  const submit = async (/** @type {import('../types').FormSubmit} */ event) => {
    event.preventDefault();
    const { name, content, secret } = textsOf(event.currentTarget);
    const type = parent.type === ANNOUNCEMENTS ? ANNOUNCEMENT_THREAD : secret ? PRIVATE : PUBLIC;
    await startThread(parent.id, {
      name,
      ...(forum ? { applied_tags: tags, message: { content } } : {}),
      ...(!forum && !origin ? { type } : {}),
      ...(origin ? { message_id: origin.id } : {}),
    });
  };
  return html`<${Dialog} title=${forum ? `A post in ${parent.name}` : 'A thread'}>
    <form class="dialog-form" onSubmit=${submit} autocomplete="off">
      ${origin && html`<p class="dv-muted">From the message: ${origin.content.slice(0, 80) || 'without a text'}</p>`}
      <${Field} label=${forum ? 'Title' : 'Name'}>
        <input class="input" name="name" required maxlength="100" defaultValue=${origin?.content.slice(0, 60) ?? ''} />
      <//>
      ${
        forum &&
        html`<${Field} label="Message"><textarea class="input" name="content" rows="4" required maxlength="2000"></textarea><//>
          <${TagPicker} tags=${parent.available_tags ?? []} chosen=${tags} onChoose=${setTags} label="Tags" />`
      }
      ${
        !forum &&
        !origin &&
        parent.type !== ANNOUNCEMENTS &&
        html`<label class="choice"><input type="checkbox" name="secret" /><span>Private: only who is invited sees it</span></label>`
      }
      <div class="dialog-foot">
        <button type="submit" class="dv-button dv-primary">${forum ? 'Post' : 'Start the thread'}</button>
      </div>
    </form>
  <//>`;
}
