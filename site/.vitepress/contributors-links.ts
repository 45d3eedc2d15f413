import type { MarkdownRenderer } from 'vitepress';

/** A file beside the documents for contributors, or above them. */
const OF_REPOSITORY = /^(?:(?:docs\/)?[a-z-]+\.md|\.\.\/(?:deploy|ops|src|test|Dockerfile|CHANGELOG|\.env))/;

/** Documents for contributors that are pages of this site too. */
const PAGES: Readonly<Record<string, string>> = {
  'operations.md': '/en/admins/operations.md',
  'deployment.md': '/en/admins/deployments.md',
  'upgrade.md': '/en/admins/upgrade.md',
  'docs/upgrade.md': '/en/admins/upgrade.md',
  '../CHANGELOG.md': '/en/changelog.md',
  '../.env.example': '/en/admins/configuration.md',
};

/**
 * Documents for contributors (`docs/`) are included in some English pages. Their links to what is on this site lead there; what else they
 * name (`performance.md`) is no page of this site, and is left as text.
 */
export function contributorsLinks(markdown: MarkdownRenderer): void {
  markdown.core.ruler.push('contributors_links', ({ tokens, env }) => {
    const { relativePath = '' } = env as { relativePath?: string };
    for (const token of tokens) {
      let isLeft = false;
      token.children =
        token.children?.filter((child) => {
          if (child.type === 'link_open') {
            const href = pageOf(child.attrGet('href') ?? '', relativePath);
            child.attrSet('href', href);
            isLeft = OF_REPOSITORY.test(href);
          }
          return !(isLeft && /^link_(?:open|close)$/.test(child.type));
        }) ?? null;
    }
  });
}

/** Where a link of a document for contributors leads on this site, with its anchor; the link itself if that is nowhere. */
function pageOf(href: string, relativePath: string): string {
  if (href.startsWith('../site/')) return href.slice('../site'.length);
  if (!relativePath.startsWith('en/')) return href;
  const [file = '', anchor] = href.split('#');
  const page = PAGES[file];
  if (page === undefined) return href;
  return anchor === undefined ? page : `${page}#${anchor}`;
}
