/** Inline rules of Discord's markdown: text in, small tree out. No HTML is ever made here. */

/**
 * @typedef {{type: string, text?: string, children?: MarkNode[], id?: string, url?: string, unix?: number,
 *   style?: string, lang?: string, level?: number, items?: MarkNode[][], ordered?: boolean, start?: number,
 *   name?: string}} MarkNode
 */

/** @typedef {{match: RegExp, node: (found: RegExpExecArray, depth: number) => MarkNode | null}} Rule */

const MAX_DEPTH = 12;

/** @param {string} type @param {number} group @returns {Rule['node']} */
const wrap = (type, group) => (found, depth) => ({
  type,
  children: parseInline(found[group] ?? '', depth + 1),
});

/** @param {string} url */
export const isSafeUrl = (url) => /^https?:\/\/[^\s]+$/iu.test(url);

/** Order matters: the first rule that matches at a position wins. @type {Rule[]} */
const RULES = [
  { match: /^\\([^\p{L}\p{N}\s])/u, node: (found) => ({ type: 'text', text: found[1] ?? '' }) },
  {
    match: /^(`+)([^`]|[^`][\s\S]*?[^`])\1(?!`)/u,
    node: (found) => ({ type: 'code', text: (found[2] ?? '').trim() }),
  },
  {
    match: /^<t:(-?\d{1,13})(?::([tTdDfFsSR]))?>/u,
    node: (found) => ({ type: 'time', unix: Number(found[1]), style: found[2] ?? 'f' }),
  },
  { match: /^<@!?(\d{1,20})>/u, node: (found) => ({ type: 'user', id: found[1] ?? '' }) },
  { match: /^<@&(\d{1,20})>/u, node: (found) => ({ type: 'role', id: found[1] ?? '' }) },
  { match: /^<#(\d{1,20})>/u, node: (found) => ({ type: 'channel', id: found[1] ?? '' }) },
  {
    match: /^<\/([^:\n]{1,100}):(\d{1,20})>/u,
    node: (found) => ({ type: 'command', name: found[1] ?? '', id: found[2] ?? '' }),
  },
  {
    match: /^<a?:(\w{2,32}):(\d{1,20})>/u,
    node: (found) => ({ type: 'emoji', name: found[1] ?? '', id: found[2] ?? '' }),
  },
  { match: /^@(everyone|here)\b/u, node: (found) => ({ type: 'broadcast', text: `@${found[1]}` }) },
  {
    match: /^<(https?:\/\/[^\s<>]+)>/iu,
    node: (found) => ({
      type: 'link',
      url: found[1] ?? '',
      children: [{ type: 'text', text: found[1] ?? '' }],
    }),
  },
  {
    match: /^\[([^\]\n]+)\]\(<?(https?:\/\/[^\s<>)]+)>?(?:\s+"[^"\n]*")?\)/iu,
    node: (found, depth) => ({
      type: 'link',
      url: found[2] ?? '',
      children: parseInline(found[1] ?? '', depth + 1),
    }),
  },
  {
    match: /^https?:\/\/[^\s<>]*[^\s<>.,;:!?'")\]*_~|]/iu,
    node: (found) => ({ type: 'link', url: found[0], children: [{ type: 'text', text: found[0] }] }),
  },
  { match: /^\|\|([\s\S]+?)\|\|/u, node: wrap('spoiler', 1) },
  {
    match: /^\*\*\*(?=\S)([\s\S]+?)\*\*\*(?!\*)/u,
    node: (found, depth) => ({
      type: 'strong',
      children: [{ type: 'em', children: parseInline(found[1] ?? '', depth + 1) }],
    }),
  },
  { match: /^\*\*([\s\S]+?)\*\*(?!\*)/u, node: wrap('strong', 1) },
  { match: /^__([\s\S]+?)__(?!_)/u, node: wrap('underline', 1) },
  { match: /^~~([\s\S]+?)~~(?!~)/u, node: wrap('strike', 1) },
  { match: /^\*(?=\S)((?:\*\*|\\[\s\S]|[^*\\])+?)\*(?!\*)/u, node: wrap('em', 1) },
  { match: /^_((?:__|\\[\s\S]|[^_\\])+?)_(?![\p{L}\p{N}_])/u, node: wrap('em', 1) },
];

const SPECIAL = /[\\`<@[h|*_~]/u;

/**
 * @param {string} text
 * @param {number} [depth] how many marks enclose this text; beyond a dozen it stays plain
 * @returns {MarkNode[]}
 */
export function parseInline(text, depth = 0) {
  /** @type {MarkNode[]} */
  const nodes = [];
  let plain = '';
  let rest = text;
  const flush = () => {
    if (plain) nodes.push({ type: 'text', text: plain });
    plain = '';
  };
  while (rest) {
    const found = depth < MAX_DEPTH ? firstMatch(rest, plain, depth) : null;
    if (found) {
      flush();
      nodes.push(found.node);
      rest = rest.slice(found.length);
      continue;
    }
    const next = rest.slice(1).search(SPECIAL);
    const length = next === -1 ? rest.length : next + 1;
    plain += rest.slice(0, length);
    rest = rest.slice(length);
  }
  flush();
  return nodes;
}

/** @param {string} rest @param {string} before @param {number} depth */
function firstMatch(rest, before, depth) {
  if (!SPECIAL.test(rest.charAt(0))) return null;
  const insideWord = /[\p{L}\p{N}]$/u.test(before);
  for (const rule of RULES) {
    if (insideWord && /^(?:_[^_]|https?:)/iu.test(rest)) return null;
    const found = rule.match.exec(rest);
    const node = found && rule.node(found, depth);
    if (found && node) return { node, length: found[0].length };
  }
  return null;
}
