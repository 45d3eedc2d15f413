import htm from 'htm';
import { createElement, Fragment, type ReactNode } from 'react';

export {
  createContext,
  useContext,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';

/** What HTML calls otherwise than React. */
const NAMES: Readonly<Record<string, string>> = {
  class: 'className',
  datetime: 'dateTime',
  for: 'htmlFor',
  tabindex: 'tabIndex',
};

type Props = Readonly<Record<string, unknown>> | null;

const draw = htm.bind((type: string, props: Props, ...children: ReactNode[]) =>
  createElement(
    type,
    props && Object.fromEntries(Object.entries(props).map(([name, value]) => [NAMES[name] ?? name, value])),
    ...children,
  ),
);

/** Templates of HTML as React draws them: `discord-view` is written in them. */
export function html(strings: TemplateStringsArray, ...values: unknown[]): ReactNode {
  const drawn = draw(strings, ...values);
  return Array.isArray(drawn) ? createElement(Fragment, null, ...drawn) : drawn;
}
