/** An embed: a card with a coloured edge, a title, a text, fields and a footer. */
import { cssColor } from './format.js';
import { html } from 'discord-view/ui';
import { InlineMarkdown, Markdown } from './markdown/render.js';
import { useHost } from './host.js';
import { MaybeLink, Picture } from './picture.js';
import { Timestamp } from './timestamp.js';

/** @typedef {import('./types').Embed} Embed */

/** @param {{embed: Embed}} props */
export function EmbedCard({ embed }) {
  const color = cssColor(embed.color);
  const words = useHost().useWords();
  if (embed.type === 'image' && embed.thumbnail)
    return html`<${Picture} url=${embed.thumbnail.url} words=${words.linkedPicture} />`;
  return html`<section
    class="dv-embed"
    style=${color ? { '--edge': color } : {}}
    aria-label=${embed.title ?? words.embed}
  >
    ${
      embed.author &&
      html`<p class="dv-embed-author">
        <${SmallIcon} url=${embed.author.icon_url} /><${MaybeLink} url=${embed.author.url}
          >${embed.author.name}<//
        >
      </p>`
    }
    ${embed.thumbnail && html`<div class="dv-embed-corner"><${Picture} url=${embed.thumbnail.url} words=${words.thumbnail} small=${true} /></div>`}
    ${
      embed.title &&
      html`<p class="dv-embed-title">
        <${MaybeLink} url=${embed.url}><${InlineMarkdown} text=${embed.title} /><//>
      </p>`
    }
    ${embed.description && html`<div class="dv-embed-text"><${Markdown} text=${embed.description} /></div>`}
    ${embed.fields && embed.fields.length > 0 && html`<${Fields} fields=${embed.fields} />`}
    ${embed.image && html`<${Picture} url=${embed.image.url} />`}
    ${
      (embed.footer || embed.timestamp) &&
      html`<p class="dv-embed-foot">
        ${embed.footer && html`<${SmallIcon} url=${embed.footer.icon_url} /><span>${embed.footer.text}</span>`}
        ${embed.timestamp && html`<${Timestamp} date=${new Date(embed.timestamp)} format="s" />`}
      </p>`
    }
  </section>`;
}

/** Decoration beside a name; one from elsewhere is left out. @param {{url: string | undefined}} props */
function SmallIcon({ url }) {
  const address = useHost().pictureAt(url ?? '');
  return address ? html`<img class="dv-embed-icon" src=${address} alt="" />` : null;
}

/** @param {{fields: NonNullable<Embed['fields']>}} props */
const Fields = ({ fields }) =>
  html`<dl class="dv-fields">
    ${fields.map(
      (field, at) =>
        html`<div key=${at} class=${field.inline ? 'dv-field-inline' : 'dv-field-wide'}>
          <dt><${InlineMarkdown} text=${field.name} /></dt>
          <dd><${Markdown} text=${field.value} /></dd>
        </div>`,
    )}
  </dl>`;
