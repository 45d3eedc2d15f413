import type { UserRecord } from '../world/records.js';
import type { AuthorizationRequest } from './request.js';

/** What the scopes mean to who is asked. */
const MEANINGS: Readonly<Record<string, string>> = {
  identify: 'Access your username and avatar',
  email: 'Access your email address',
  guilds: 'Know what servers you’re in',
  'guilds.join': 'Join servers for you',
  'guilds.members.read': 'Read your member info (nickname, roles) in your servers',
  connections: 'Access your third-party connections',
  'applications.commands.permissions.update': 'Change who may use its commands in your servers',
};

/** The page that asks somebody, who first says who they are, whether an application may act for them. */
export function consentPage(
  applicationName: string,
  request: AuthorizationRequest,
  users: readonly UserRecord[],
  fields: Readonly<Record<string, string>>,
): string {
  const meanings = request.scopes.map((scope) => `<li>${escape(MEANINGS[scope] ?? scope)}</li>`).join('');
  const people = users
    .map((u) => `<option value="${escape(u.id)}">${escape(u.global_name ?? u.username)}</option>`)
    .join('');
  const hidden = Object.entries(fields)
    .map(([name, value]) => `<input type="hidden" name="${escape(name)}" value="${escape(value)}">`)
    .join('');
  const form =
    users.length === 0
      ? '<p role="alert">There is no one in this sandbox yet: make a server first.</p>'
      : `<form method="post" action="/oauth2/authorize">${hidden}
<p><label for="user_id">You are</label> <select id="user_id" name="user_id">${people}</select></p>
<p>This will allow <strong>${escape(applicationName)}</strong> to:</p><ul>${meanings}</ul>
<p class="to">Then you go to <code>${escape(new URL(request.redirect_uri).origin)}</code>.</p>
<p><button name="decision" value="authorize">Authorize</button>
<button name="decision" value="cancel" class="quiet">Cancel</button></p></form>`;
  return page(`${applicationName} wants to access your account`, form);
}

/** The page for a request that needs no one's consent. */
export function refusalPage(reason: string): string {
  return page('This cannot be authorized', `<p role="alert">${escape(reason)}</p>`);
}

function page(title: string, content: string): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)}</title><style>${STYLE}</style></head>
<body><main><h1>${escape(title)}</h1>${content}</main></body></html>`;
}

const STYLE = `:root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}
main{max-width:26rem;margin:10vh auto;padding:1.5rem}h1{font-size:1.3rem}
select,button{font:inherit;padding:.5rem .9rem;border-radius:.4rem;border:1px solid #767680}
button{background:#4752c4;color:#fff;border-color:#4752c4;cursor:pointer}
button.quiet{background:transparent;color:inherit;border-color:#767680}
:focus-visible{outline:3px solid #5865f2;outline-offset:2px}`;

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
