import 'discord-view/styles/controls.css';
import 'discord-view/styles/messages.css';
import 'discord-view/styles/markdown.css';
import { Components } from 'discord-view/components.js';
import { EmbedCard } from 'discord-view/embed.js';
import { EventCard } from 'discord-view/event-card.js';
import { HostProvider, QUIET_HOST } from 'discord-view/host.js';
import type { Component, Embed, Host, ScheduledEvent } from 'discord-view/types';
import { wordsIn } from 'discord-view/words.js';
import { useMemo } from 'react';
import { useMe } from '../api/me.js';
import { useTexts } from '../texts/language.js';
import type { ServerPreview } from './queries.js';

/** What the API answers in Discord's own form, of which its description says nothing more. */
interface Shown {
  readonly message: { readonly embeds?: readonly Embed[]; readonly components?: Component[] };
  readonly event: Omit<ScheduledEvent, 'id' | 'status'>;
}

/** Draws a signup message and a scheduled event as a server shows them. There is nobody to press a button. */
export default function DiscordPreview({ preview }: { preview: ServerPreview }) {
  const { preview: texts } = useTexts();
  const { locale, names } = preview;
  const { message, event } = {
    message: preview.message,
    event: preview.scheduled_event,
  } as unknown as Shown;
  const { timezone } = useMe();
  const host = useMemo(() => hostOf(locale, timezone, names), [locale, timezone, names]);
  return (
    <HostProvider value={host}>
      <section className="discord-view" aria-label={texts.message} lang={locale}>
        <h3 className="quiet">{texts.message}</h3>
        {message.embeds?.map((embed, at) => (
          <EmbedCard key={at} embed={embed} />
        ))}
        <Components message={{ id: 'preview', components: message.components ?? [] }} />
      </section>
      <section className="discord-view" aria-label={texts.scheduledEvent} lang={locale}>
        <h3 className="quiet">{texts.scheduledEvent}</h3>
        <EventCard event={{ ...event, id: 'preview', status: 1 }} heading="h4" />
      </section>
    </HostProvider>
  );
}

function hostOf(locale: string, timezone: string, names: ServerPreview['names']): Host {
  const nameOf = (kind: 'user' | 'role' | 'channel', wanted: string): string | undefined =>
    names.find((known) => known.kind === kind && known.id === wanted)?.name;
  const words = wordsIn(locale);
  return {
    ...QUIET_HOST,
    useWords: () => words,
    useLocale: () => locale,
    useZone: () => timezone,
    useName: (id) => nameOf('user', id),
    useRole(id) {
      const name = nameOf('role', id);
      return name === undefined ? undefined : { name, color: 0 };
    },
    useChannel(id) {
      const name = nameOf('channel', id);
      return name === undefined ? undefined : { name };
    },
  };
}
