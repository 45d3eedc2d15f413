import { createHash } from 'node:crypto';
import type { Invitation } from '../features/organizations/invites.service.js';
import { textsIn, type Locale } from '../languages/languages.js';

/** What the page shows: an invitation to somebody signed in or not, that it was accepted, or why it cannot be. */
export type InvitePageState =
  | {
      readonly kind: 'open';
      readonly code: string;
      readonly invitation: Invitation;
      readonly signedIn: boolean;
    }
  | { readonly kind: 'joined'; readonly invitation: Invitation }
  | { readonly kind: 'gone' }
  | { readonly kind: 'refused'; readonly invitation: Invitation; readonly reason: 'usedUp' | 'full' };

const STYLE = 'body{font:1.1rem/1.5 system-ui,sans-serif;max-width:34rem;margin:4rem auto;padding:0 1rem}';

/** Nothing may be loaded or run; the page's one style goes by its digest, and its form leads to ourselves. */
export const INVITE_PAGE_CSP = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join(';');

/** The page behind an invitation link, without any script. */
export function invitePage(state: InvitePageState, locale: Locale): string {
  const texts = textsIn(locale).invitePage;
  if (state.kind === 'gone') return page(locale, texts.gone, [texts.askAgain]);
  const { org_name, org_tag, invited_by, expires_at } = state.invitation;
  const title = texts.title(org_name, org_tag);
  if (state.kind === 'joined') return page(locale, title, [texts.joined(org_name)]);
  if (state.kind === 'refused') return page(locale, title, [texts[state.reason]]);
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(expires_at);
  const lines = [texts.invites(invited_by), texts.until(date)];
  const address = `/invites/${encodeURIComponent(state.code)}`;
  if (state.signedIn) {
    const form = `<form method="post" action="${address}"><button>${escaped(texts.accept)}</button></form>`;
    return page(locale, title, lines, form);
  }
  const signIn = `/api/v1/auth/discord/login?return_to=${encodeURIComponent(address)}`;
  return page(
    locale,
    title,
    [...lines, texts.signInFirst],
    `<p><a href="${signIn}">${escaped(texts.signIn)}</a></p>`,
  );
}

function page(locale: Locale, title: string, lines: readonly string[], act = ''): string {
  return [
    `<!doctype html><html lang="${locale}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">',
    `<title>${escaped(title)}</title><style>${STYLE}</style></head>`,
    `<body><main><h1>${escaped(title)}</h1>`,
    ...lines.map((line) => `<p>${escaped(line)}</p>`),
    `${act}</main></body></html>`,
  ].join('\n');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
