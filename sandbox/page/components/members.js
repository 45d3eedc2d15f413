/** The members of the server on show, below the roles that are shown apart. */
import { cssColor } from 'discord-view/format.js';
import { html } from '../lib/html.js';
import { actAs } from '../state/actions.js';
import { useMenu } from '../state/interact.js';
import { MENU } from '../state/people.js';
import { colorOf, nameOf as userName, store, useApp } from '../state/store.js';
import { Avatar } from 'discord-view/avatar.js';
import { Icon } from 'discord-view/icon.js';
import { useMenuDetails } from './menu-details.js';
import { Item } from './message-menu.js';
import { Join, Profile } from './profile.js';

/** @typedef {import('../types').Member} Member */
/** @typedef {import('../types').Role} Role */

const SHOWN = 300;

/** @param {Member} member */
const nameOf = (member) => member.nick ?? member.user.global_name ?? member.user.username;

export function Members() {
  const members = useApp((state) => state.guild?.members) ?? [];
  const roles = useApp((state) => state.guild?.roles) ?? [];
  const groups = groupMembers(members.slice(0, SHOWN), roles);
  return html`<div class="members">
    <${Profile} />
    ${groups.map(
      ({ title, list }) =>
        html`<section key=${title} aria-label=${title}>
          <h3 class="category">${title} — ${list.length}</h3>
          <ul>
            ${list.map((member) => html`<li key=${member.user.id}><${MemberRow} member=${member} roles=${roles} /></li>`)}
          </ul>
        </section>`,
    )}
    ${members.length > 0 && html`<${Join} />`}
    ${members.length > SHOWN && html`<p class="side-note">and ${members.length - SHOWN} more</p>`}
  </div>`;
}

/** @param {Member[]} members @param {Role[]} roles */
function groupMembers(members, roles) {
  const apart = roles.filter((role) => role.hoist).sort((a, b) => b.position - a.position);
  /** @type {Map<string, Member[]>} */
  const groups = new Map();
  for (const title of [...apart.map((role) => role.name), 'Members', 'Apps']) groups.set(title, []);
  for (const member of members) {
    const role = apart.find((one) => member.roles.includes(one.id));
    groups.get(role?.name ?? (member.user.bot ? 'Apps' : 'Members'))?.push(member);
  }
  const sorted = [...groups].map(([title, list]) => ({
    title,
    list: list.sort((a, b) => nameOf(a).localeCompare(nameOf(b))),
  }));
  return sorted.filter(({ list }) => list.length > 0);
}

/** @param {{member: Member, roles: Role[]}} props */
function MemberRow({ member, roles }) {
  const me = useApp((state) => state.me);
  const { user } = member;
  const held = roles.filter((role) => member.roles.includes(role.id)).sort((a, b) => b.position - a.position);
  const color = cssColor(colorOf(store.get(), user.id));
  const face = html`
    <${Avatar} id=${user.id} name=${nameOf(member)} bot=${user.bot} size="small" />
    <span class="member-words">
      <span class="row-name" style=${color ? { '--role': color } : {}}>${nameOf(member)}</span>
      ${held.length > 0 && html`<span class="member-roles">${held.map((role) => html`<span key=${role.id} class="role" style=${role.color ? { '--role': cssColor(role.color) } : {}}>${role.name}</span>`)}</span>`}
    </span>
    ${user.bot ? html`<span class="tag">App</span>` : me === user.id && html`<span class="chip">You</span>`}
  `;
  return html`<div class="member-line"><${Face} member=${member} face=${face} /><${MemberMenu} userId=${user.id} /></div>`;
}

/** @param {{member: Member, face: unknown}} props */
function Face({ member, face }) {
  const { user } = member;
  if (user.bot) return html`<div class="row member">${face}</div>`;
  return html`<button
    type="button"
    class="row member"
    title=${`Act as ${nameOf(member)}`}
    onClick=${() => void actAs(user.id)}
  >
    ${face}
  </button>`;
}

/** The bot's commands for users. @param {{userId: string}} props */
function MemberMenu({ userId }) {
  const commands = useApp((state) => state.commands).filter((command) => command.type === MENU.user);
  if (commands.length === 0) return null;
  return html`<${AppsMenu} userId=${userId} commands=${commands} />`;
}

/** @param {{userId: string, commands: import('../types').Command[]}} props */
function AppsMenu({ userId, commands }) {
  const { menu, close } = useMenuDetails();
  const use = (/** @type {import('../types').Command} */ command) => () => {
    close();
    void useMenu(command, userId);
  };
  return html`<details class="menu" ref=${menu}>
    <summary class="icon-button" aria-label=${`Apps for ${userName(store.get(), userId)}`}>
      <${Icon} name="more" />
    </summary>
    <div class="menu-body">
      ${commands.map((command) => html`<${Item} key=${command.id} label=${command.name} app=${true} onClick=${use(command)} />`)}
    </div>
  </details>`;
}
