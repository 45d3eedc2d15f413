/**
 * Keeps the page live. Every signal of the stream has a number; every snapshot says up to which number it is true.
 * So a signal that arrives while a snapshot is on its way is applied on top of it, and never twice.
 */
import { reduceDispatch } from './dispatch.js';
import { putEphemeral } from './messages.js';
import { store } from './store.js';

/** @typedef {import('../types').Signal} Signal */
/** @typedef {import('../types').State} State */

const KEPT = 3000;
const REQUESTS_KEPT = 400;

/** @type {{seq: number, signal: Signal}[]} */
let recent = [];

/** @param {Signal} signal @param {State} state @returns {Partial<State>} */
function reduce(signal, state) {
  if (signal.kind === 'dispatch') return reduceDispatch(state, signal.t ?? '', signal.d);
  if (signal.kind === 'ephemeral') return putEphemeral(state, signal);
  if (signal.kind === 'request' && signal.request) {
    return { requests: [...state.requests.slice(-REQUESTS_KEPT), signal.request] };
  }
  return {};
}

/** Puts a snapshot's parts into the state, with the signals that came after it. @param {number} seq @param {Partial<State>} parts */
export function applySnapshot(seq, parts) {
  store.set(parts);
  for (const one of recent) {
    if (one.seq > seq && one.signal.kind !== 'request') store.set((state) => reduce(one.signal, state));
  }
}

/**
 * Opens the stream.
 * @param {{onOpen: () => void, onSignal: (signal: Signal) => void}} hooks `onOpen` is called at each (re)connection:
 * load the snapshots then
 */
export function openStream({ onOpen, onSignal }) {
  const source = new EventSource('/sandbox/live');
  source.addEventListener('hello', () => {
    recent = [];
    store.set({ status: 'live' });
    onOpen();
  });
  source.addEventListener('signal', (event) => {
    /** @type {Signal} */
    const signal = JSON.parse(event.data);
    recent.push({ seq: Number(event.lastEventId), signal });
    if (recent.length > KEPT * 2) recent = recent.slice(-KEPT);
    store.set((state) => reduce(signal, state));
    onSignal(signal);
  });
  source.addEventListener('error', () => store.set({ status: 'lost' }));
  window.addEventListener('pagehide', () => source.close());
}
