/** A tiny store: one state object, replaced and never changed in place. */
import { useLayoutEffect, useState } from './html.js';

/**
 * @template S
 * @param {S} initial
 */
export function createStore(initial) {
  let state = initial;
  /** @type {Set<() => void>} */
  const listeners = new Set();
  return {
    get: () => state,
    /** @param {Partial<S> | ((state: S) => Partial<S>)} change */
    set(change) {
      const part = typeof change === 'function' ? change(state) : change;
      state = { ...state, ...part };
      for (const listener of [...listeners]) listener();
    },
    /** @param {() => void} listener @returns {() => void} */
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/**
 * Follows one value of a store; renders again when it is another value.
 * @template S, T
 * @param {{get: () => S, subscribe: (listener: () => void) => () => void}} store
 * @param {(state: S) => T} pick
 * @returns {T}
 */
export function usePick(store, pick) {
  const [, redraw] = useState({});
  const value = pick(store.get());
  useLayoutEffect(() => {
    let last = value;
    return store.subscribe(() => {
      const next = pick(store.get());
      if (Object.is(next, last)) return;
      last = next;
      redraw({});
    });
  });
  return value;
}
