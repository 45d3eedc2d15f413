// `packages/discord-view` is plain JavaScript; what of it is used here.

declare module 'discord-view/host.js' {
  import type { Provider } from 'react';
  import type { Host } from 'discord-view/types';

  export const QUIET_HOST: Host;
  export const HostProvider: Provider<Host>;
}

declare module 'discord-view/embed.js' {
  import type { ReactNode } from 'react';
  import type { Embed } from 'discord-view/types';

  export function EmbedCard(props: { embed: Embed }): ReactNode;
}

declare module 'discord-view/markdown/render.js' {
  import type { ReactNode } from 'react';

  export function Markdown(props: { text: string }): ReactNode;
}

declare module 'discord-view/components.js' {
  import type { ReactNode } from 'react';
  import type { Component } from 'discord-view/types';

  export function Components(props: { message: { id: string; components?: Component[] } }): ReactNode;
}

declare module 'discord-view/event-card.js' {
  import type { ReactNode } from 'react';
  import type { ScheduledEvent } from 'discord-view/types';

  export function EventCard(props: { event: ScheduledEvent; heading: 'h2' | 'h3' | 'h4' }): ReactNode;
}

declare module 'discord-view/words.js' {
  import type { Words } from 'discord-view/types';

  export function wordsIn(locale: string): Words;
}
