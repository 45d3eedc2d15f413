/** The log of REST calls: which of them are wanted, and how one becomes a fault. */
import { toggleAside } from './actions.js';
import { store } from './store.js';

/** @typedef {import('../types').RequestEntry} RequestEntry */

/** Whether its connection was cut before an answer. @param {RequestEntry} entry */
export const isCut = (entry) => entry.status === 0;

/** @param {RequestEntry} entry */
export const isRefused = (entry) => isCut(entry) || entry.status >= 400;

/** @type {Record<string, (entry: RequestEntry) => boolean>} */
const KINDS = {
  refused: isRefused,
  limited: (entry) => entry.status === 429,
  faulty: (entry) => entry.faults.length > 0 || entry.answer_faults.length > 0,
};

/** Those of a kind in which every word stands. @param {RequestEntry[]} requests @param {{words: string, kind: string}} wanted */
export function matchRequests(requests, { words, kind }) {
  const needles = words.toLowerCase().split(/\s+/u).filter(Boolean);
  const isOfKind = KINDS[kind] ?? (() => true);
  return requests.filter(
    (entry) => isOfKind(entry) && needles.every((needle) => textOf(entry).includes(needle)),
  );
}

/** @param {RequestEntry} entry */
const textOf = ({ method, path, query, status, user_agent }) =>
  `${method} ${path}?${query} ${status} ${user_agent ?? ''}`.toLowerCase();

/** Opens the faults with the route of a call filled in. @param {RequestEntry} entry */
export function draftFault(entry) {
  const path = entry.route ?? entry.path.replace(/^\/api\/v\d+/u, '');
  store.set({ faultDraft: { method: entry.method, path } });
  void toggleAside('faults');
}
