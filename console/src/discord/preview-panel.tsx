import '../styles/discord.css';
import type { UseQueryResult } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { Problem } from '../api/problem.js';
import { useDates } from '../format/dates.js';
import { Choice } from '../layout/choice.js';
import { Failure } from '../layout/failure.js';
import { Skeleton } from '../layout/skeleton.js';
import { useTexts } from '../texts/language.js';
import type { PreviewLocale, ServerPreview } from './queries.js';

/** What draws messages is loaded when there is one to draw. */
const DiscordPreview = lazy(() => import('./discord-preview.js'));

const LOCALES: readonly PreviewLocale[] = ['fr', 'en'];

interface PanelProps {
  readonly query: UseQueryResult<{ readonly items: readonly ServerPreview[] }>;
  /** `undefined`: each server's own. */
  readonly locale: PreviewLocale | undefined;
  readonly chooseLocale: (locale: PreviewLocale | undefined) => void;
}

/** What a server would show, in a language that is chosen, with how much of Discord's limits is used. */
export function PreviewPanel({ query, locale, chooseLocale }: PanelProps) {
  const { preview: texts } = useTexts();
  // While what is typed is not right, the last that was stays.
  const [last, keep] = useState(query.data);
  if (query.data !== undefined && query.data !== last) keep(query.data);
  const [guildId, chooseGuild] = useState<string>();
  const items = last?.items ?? [];
  const preview = items.find(({ guild_id }) => guild_id === guildId) ?? items[0];
  const isWrong = query.error instanceof Problem && query.error.errors.length > 0;
  return (
    <aside className="preview" aria-labelledby="preview-title">
      <h2 id="preview-title">{texts.title}</h2>
      {preview !== undefined && (
        <div className="preview-choices">
          <label className="field">
            {texts.server}
            <select
              value={preview.guild_id}
              onChange={({ target }) => {
                chooseGuild(target.value);
              }}
            >
              {items.map(({ guild_id, guild_name }) => (
                <option key={guild_id} value={guild_id}>
                  {guild_name}
                </option>
              ))}
            </select>
          </label>
          <Choice
            label={texts.language}
            all={texts.ownLanguage}
            options={LOCALES.map((one) => [one, texts.languages[one]])}
            value={locale}
            choose={chooseLocale}
          />
        </div>
      )}
      {isWrong && (
        <p className="quiet" role="status">
          {texts.wrong}
        </p>
      )}
      {query.error !== null && !isWrong && <Failure error={query.error} retry={() => void query.refetch()} />}
      {preview !== undefined && <Shown preview={preview} waits={query.isPlaceholderData || isWrong} />}
      {last !== undefined && preview === undefined && <p className="quiet">{texts.noServer}</p>}
      {last === undefined && query.isLoading && <Skeleton rows={3} />}
      {last === undefined && !query.isLoading && query.error === null && (
        <p className="quiet">{texts.nothingYet}</p>
      )}
    </aside>
  );
}

function Shown({ preview, waits }: { preview: ServerPreview; waits: boolean }) {
  const { preview: texts } = useTexts();
  const { dateOf } = useDates();
  return (
    <div className={waits ? 'preview-shown preview-waits' : 'preview-shown'}>
      {preview.warnings.length > 0 && (
        <ul className="preview-warnings">
          {preview.warnings.map(({ code, limit, from }) => (
            <li key={code}>
              {texts.warnings[code](limit ?? 0, from === null ? '' : dateOf(new Date(from)))}
            </li>
          ))}
        </ul>
      )}
      <Suspense fallback={<Skeleton rows={3} />}>
        <DiscordPreview preview={preview} />
      </Suspense>
      <Limits limits={preview.limits} />
    </div>
  );
}

/** How much of what Discord takes is used, and what is cut. */
function Limits({ limits }: Pick<ServerPreview, 'limits'>) {
  const { preview: texts } = useTexts();
  const names: Readonly<Record<string, string>> = texts.limitNames;
  return (
    <table className="preview-limits">
      <caption>{texts.limits}</caption>
      <tbody>
        {limits.map(({ field, length, limit }) => (
          <tr key={field} className={length > limit ? 'limit-over' : undefined}>
            <th scope="row">{names[field] ?? field}</th>
            <td>
              {texts.usedOf(length, limit)}
              {length > limit && ` · ${texts.cut(length - limit)}`}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
