import '../styles/discord.css';
import 'discord-view/styles/markdown.css';
import { HostProvider, QUIET_HOST } from 'discord-view/host.js';
import { Markdown } from 'discord-view/markdown/render.js';
import { wordsIn } from 'discord-view/words.js';
import { useMemo } from 'react';
import { useMe } from '../api/me.js';
import { HABITS } from '../format/dates.js';
import { useLocale } from '../texts/language.js';

/** A text that people write in Discord's Markdown, as Discord shows it, right below a page's title; moments are in one's own zone. */
export function DiscordText({ text }: { text: string }) {
  const locale = useLocale();
  const { timezone } = useMe();
  const host = useMemo(
    () => ({
      ...QUIET_HOST,
      useWords: () => wordsIn(locale),
      useHeading: () => 1,
      useLocale: () => HABITS[locale],
      useZone: () => timezone,
    }),
    [locale, timezone],
  );
  return (
    <HostProvider value={host}>
      <div className="discord-view">
        <Markdown text={text} />
      </div>
    </HostProvider>
  );
}
