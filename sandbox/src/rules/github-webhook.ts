interface Person {
  login: string;
  html_url: string;
  avatar_url: string;
}
interface Linked {
  html_url: string;
  body?: string | null;
}
interface Numbered extends Linked {
  number: number;
  title: string;
  pull_request?: unknown;
}
interface Commit {
  id?: string;
  url?: string;
  message?: string;
  author?: { name?: string; username?: string | null };
}
interface Check {
  conclusion?: string | null;
  name: string;
  html_url: string;
  check_suite: { head_branch?: string | null };
}

/** What GitHub posts, as far as Discord reads it. */
export interface GithubEvent {
  action?: string | null;
  ref?: string | null;
  ref_type?: string | null;
  sender: Person;
  repository?: { html_url: string; name: string; full_name: string } | null;
  forkee?: { html_url: string; full_name: string } | null;
  member?: Person | null;
  comment?: (Linked & { commit_id?: string | null }) | null;
  issue?: Numbered | null;
  pull_request?: Numbered | null;
  discussion?: (Numbered & { answer_html_url?: string | null }) | null;
  review?: (Linked & { state: string }) | null;
  release?: { tag_name: string; html_url: string } | null;
  commits?: Commit[] | null;
  compare?: string | null;
  forced?: boolean | null;
  check_run?: Check | null;
}

interface Told {
  title: string;
  url?: string;
  description?: string | null;
  color?: number;
}

const OPENED = 0xeb_64_20;
const PULL_REQUEST = 0x00_98_00;
const COMMENT = 0xe6_8d_60;
const PUSH = 0x72_89_da;
const FAILED = 0xfc_29_29;

/** What Discord makes of an event of GitHub: an embed by its sender, or nothing of those that it passes over. */
export function githubEmbed(name: string, event: GithubEvent): object | null {
  const told = TELLERS[name]?.(event);
  if (!told) return null;
  const { sender, repository } = event;
  const { description, ...rest } = told;
  const place = name === 'push' || name === 'check_run' ? branchOf(event) : '';
  return {
    ...rest,
    title: cut(`[${repository?.[place === '' ? 'full_name' : 'name'] ?? ''}${place}] ${told.title}`, 256),
    ...(description ? { description: cut(description, 4_096) } : {}),
    author: { name: sender.login, url: sender.html_url, icon_url: sender.avatar_url },
  };
}

const TELLERS: Readonly<Record<string, (event: GithubEvent) => Told | null>> = {
  push: ({ commits, compare, forced, ref }) => {
    if (forced)
      return { title: `Branch ${shortRef(ref)} was force-pushed`, ...linkTo(compare), color: FAILED };
    if (!commits?.length) return null;
    const count = `${commits.length} new commit${commits.length === 1 ? '' : 's'}`;
    return { title: count, ...linkTo(compare), description: commits.map(lineOf).join('\n'), color: PUSH };
  },
  issues: ({ action, issue }) => told('Issue', action, issue, OPENED),
  pull_request: ({ action, pull_request: request }) => told('Pull request', action, request, PULL_REQUEST),
  discussion: ({ action, discussion }) =>
    action === 'answered' && discussion
      ? { title: `Discussion answered: ${numbered(discussion)}`, ...linkTo(discussion.answer_html_url) }
      : told('Discussion', action === 'created' ? 'opened' : action, discussion, OPENED),
  issue_comment: ({ action, comment, issue }) =>
    commented(action, comment, issue?.pull_request ? 'pull request' : 'issue', issue),
  discussion_comment: ({ action, comment, discussion }) =>
    commented(action, comment, 'discussion', discussion),
  pull_request_review_comment: ({ action, comment, pull_request: request }) =>
    commented(action, comment, 'pull request', request),
  commit_comment: ({ comment }) =>
    comment
      ? {
          title: `New comment on commit \`${comment.commit_id?.slice(0, 7) ?? ''}\``,
          url: comment.html_url,
          description: comment.body ?? null,
          color: COMMENT,
        }
      : null,
  pull_request_review: ({ action, review, pull_request: request }) => {
    if (action !== 'submitted' || !review || !request) return null;
    const state = review.state.replaceAll('_', ' ');
    return {
      title: `Pull request review submitted (${state}): ${numbered(request)}`,
      url: review.html_url,
      description: review.body ?? null,
    };
  },
  create: ({ ref, ref_type: kind }) => ({ title: `New ${kind ?? ''} created: ${ref ?? ''}` }),
  delete: ({ ref, ref_type: kind }) => ({ title: `${kind ?? ''} deleted: ${ref ?? ''}` }),
  fork: ({ forkee }) =>
    forkee ? { title: `Fork created: ${forkee.full_name}`, url: forkee.html_url } : null,
  member: ({ action, member }) =>
    action === 'added' && member
      ? { title: `New collaborator added: ${member.login}`, url: member.html_url }
      : null,
  public: ({ repository }) => ({ title: 'Now open sourced!', ...linkTo(repository?.html_url) }),
  release: ({ action, release }) =>
    action === 'published' && release
      ? { title: `New release published: ${release.tag_name}`, url: release.html_url }
      : null,
  watch: ({ repository }) => ({ title: 'New star added', ...linkTo(repository?.html_url) }),
  check_run: ({ check_run: check }) =>
    check?.conclusion
      ? {
          title: `${check.name} ${check.conclusion === 'success' ? 'success' : check.conclusion}`,
          url: check.html_url,
          color: check.conclusion === 'success' ? PULL_REQUEST : FAILED,
        }
      : null,
};

/** Of all that happens to an issue or the like, that it was opened, closed or opened again. */
function told(
  kind: string,
  action: string | null | undefined,
  about: Numbered | null | undefined,
  color: number,
): Told | null {
  if (!about || !['opened', 'closed', 'reopened'].includes(action ?? '')) return null;
  const opened = action === 'opened' ? { description: about.body ?? null, color } : {};
  return { title: `${kind} ${action ?? ''}: ${numbered(about)}`, url: about.html_url, ...opened };
}

function commented(
  action: string | null | undefined,
  comment: Linked | null | undefined,
  kind: string,
  about: Numbered | null | undefined,
): Told | null {
  if (action !== 'created' || !comment || !about) return null;
  return {
    title: `New comment on ${kind} ${numbered(about)}`,
    url: comment.html_url,
    description: comment.body ?? null,
    color: COMMENT,
  };
}

function numbered({ number, title }: Numbered): string {
  return `#${number} ${title}`;
}

function lineOf({ id = '', url = '', message = '', author }: Commit): string {
  const [first = ''] = message.split('\n');
  return `[\`${id.slice(0, 7)}\`](${url}) ${cut(first, 50)} - ${author?.username ?? author?.name ?? ''}`;
}

function branchOf({ ref, check_run: check }: GithubEvent): string {
  const branch = check ? check.check_suite.head_branch : shortRef(ref);
  return branch ? `:${branch}` : '';
}

function shortRef(ref: string | null | undefined): string {
  return (ref ?? '').replace(/^refs\/(heads|tags)\//, '');
}

function linkTo(url: string | null | undefined): { url?: string } {
  return url ? { url } : {};
}

function cut(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 3)}...` : text;
}
