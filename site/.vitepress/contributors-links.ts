import type { MarkdownRenderer } from 'vitepress';

/** A file beside the documents for contributors, or above them. */
const OF_REPOSITORY = /^(?:(?:docs\/)?[a-z-]+\.md|\.\.\/(?:deploy|ops|src|test|Dockerfile|CHANGELOG|\.env))/;

/**
 * Documents for contributors (`docs/`) are included in some pages. Their links to pages of this site lead there; what they name beside
 * themselves (`performance.md`) is no page of this site, and is left as text.
 */
export function contributorsLinks(markdown: MarkdownRenderer): void {
  markdown.core.ruler.push('contributors_links', ({ tokens }) => {
    for (const token of tokens) {
      let isLeft = false;
      token.children =
        token.children?.filter((child) => {
          const href = child.attrGet('href') ?? '';
          if (child.type === 'link_open') isLeft = OF_REPOSITORY.test(href);
          if (href.startsWith('../site/')) child.attrSet('href', href.slice('../site'.length));
          return !(isLeft && /^link_(?:open|close)$/.test(child.type));
        }) ?? null;
    }
  });
}
