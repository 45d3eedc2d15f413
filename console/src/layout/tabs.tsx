import { Link, type LinkProps } from '@tanstack/react-router';
import { useCurrentInSight } from './in-sight.js';

interface TabsProps<T extends string> {
  readonly label: string;
  readonly tabs: readonly (readonly [tab: T, name: string])[];
  readonly chosen: T;
  /** Where they lead, but for which of them it is. */
  readonly to: Pick<LinkProps, 'to' | 'params'>;
  readonly searchOf: (tab: T) => NonNullable<LinkProps['search']>;
}

/** The parts of a page, each with an address of its own (`?tab=`). */
export function Tabs<T extends string>({ label, tabs, chosen, to, searchOf }: TabsProps<T>) {
  return (
    <nav ref={useCurrentInSight()} className="tabs" aria-label={label}>
      {tabs.map(([tab, name]) => (
        <Link
          key={tab}
          {...to}
          search={searchOf(tab)}
          activeOptions={{ exact: true }}
          {...(tab === chosen && { 'aria-current': 'page' as const })}
        >
          {name}
        </Link>
      ))}
    </nav>
  );
}
