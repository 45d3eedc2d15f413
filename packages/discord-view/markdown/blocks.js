/** Block rules of Discord's markdown: headings, lists, quotes and code blocks; the rest is inline. */
import { parseInline } from './inline.js';

/** @typedef {import('./inline.js').MarkNode} MarkNode */

const FENCE = /```(?:([\w+\-.#]{1,30})\n)?\n?([\s\S]+?)\n?```/u;
const ITEM = /^(\s*)(?:([-*])|(\d{1,9})\.)\s+(.*)$/u;

/**
 * @param {string} source a message's text
 * @param {number} [depth] quotes inside quotes are not opened
 * @returns {MarkNode[]}
 */
export function parseMarkdown(source, depth = 0) {
  const fence = FENCE.exec(source);
  if (!fence) return parseLines(source, depth);
  /** @type {MarkNode} */
  const block = { type: 'codeblock', text: fence[2] ?? '', lang: fence[1] ?? '' };
  const after = source.slice(fence.index + fence[0].length).replace(/^\n/u, '');
  const before = source.slice(0, fence.index).replace(/\n$/u, '');
  return [...parseLines(before, depth), block, ...parseMarkdown(after, depth)];
}

/** @param {string} source @param {number} depth @returns {MarkNode[]} */
function parseLines(source, depth) {
  /** @type {MarkNode[]} */
  const nodes = [];
  const lines = source.split('\n');
  /** @type {string[]} */
  let paragraph = [];
  const flush = () => {
    const text = paragraph.join('\n');
    if (text) nodes.push({ type: 'paragraph', children: parseInline(text) });
    paragraph = [];
  };
  for (let at = 0; at < lines.length; at += 1) {
    const block = blockAt(lines, at, depth);
    if (!block) {
      paragraph.push(lines[at] ?? '');
      continue;
    }
    flush();
    nodes.push(block.node);
    at += block.lines - 1;
  }
  flush();
  return nodes;
}

/** @param {string[]} lines @param {number} at @param {number} depth @returns {{node: MarkNode, lines: number} | null} */
function blockAt(lines, at, depth) {
  const line = lines[at] ?? '';
  const heading = /^(#{1,3})\s+(\S.*)$/u.exec(line);
  if (heading) {
    return {
      node: { type: 'heading', level: heading[1]?.length ?? 1, children: parseInline(heading[2] ?? '') },
      lines: 1,
    };
  }
  const small = /^-#\s+(\S.*)$/u.exec(line);
  if (small) return { node: { type: 'small', children: parseInline(small[1] ?? '') }, lines: 1 };
  if (depth === 0 && line.startsWith('>>> ')) {
    const text = [line.slice(4), ...lines.slice(at + 1)].join('\n');
    return { node: { type: 'quote', children: parseMarkdown(text, 1) }, lines: lines.length - at };
  }
  if (depth === 0 && /^>\s/u.test(line)) return run(lines, at, /^>\s/u, quote);
  if (ITEM.test(line)) return run(lines, at, ITEM, list);
  return null;
}

/**
 * @param {string[]} lines @param {number} at @param {RegExp} belongs
 * @param {(lines: string[]) => MarkNode} make
 */
function run(lines, at, belongs, make) {
  let end = at;
  while (end < lines.length && belongs.test(lines[end] ?? '')) end += 1;
  return { node: make(lines.slice(at, end)), lines: end - at };
}

/** @param {string[]} lines @returns {MarkNode} */
function quote(lines) {
  return {
    type: 'quote',
    children: parseMarkdown(lines.map((line) => line.replace(/^>\s/u, '')).join('\n'), 1),
  };
}

/** @param {string[]} lines @returns {MarkNode} */
function list(lines) {
  const items = lines.map((line) => parseInline(ITEM.exec(line)?.[4] ?? ''));
  const first = ITEM.exec(lines[0] ?? '')?.[3];
  return { type: 'list', items, ordered: first !== undefined, start: Number(first ?? 1) };
}
