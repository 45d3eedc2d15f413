/** The one door to the UI library: preact with htm templates, so no build step is needed. */
import { h } from 'preact';
import htm from 'htm';

export { createContext, render } from 'preact';
export { useContext, useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';

export const html = htm.bind(h);
