import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { PreviewPanel } from '../../discord/preview-panel.js';
import { editPreviewQuery, newPreviewQuery, type PreviewLocale } from '../../discord/queries.js';
import { useSettled } from '../../discord/use-settled.js';
import { type Draft, type EventFields, fieldsOf } from './draft.js';

interface NewPreviewProps {
  readonly org: string;
  readonly draft: Draft;
  /** When it is, where the draft does not say so: the next date of a series. */
  readonly start?: string | undefined;
}

/** What servers would show of an event that is being made. */
export function NewPreview({ org, draft, start }: NewPreviewProps) {
  const [locale, chooseLocale] = useState<PreviewLocale>();
  const fields = fieldsOf(draft);
  const roles = fields.roles.map(({ id: _, ...role }) => role);
  const ships = fields.fleet_ships.map(({ id: _, ...ship }) => ship);
  const event = useSettled({
    ...fields,
    ...{ org_id: org, roles, fleet_ships: ships, start_at_utc: start ?? fields.start_at_utc },
  });
  const query = useQuery(newPreviewQuery(event, locale));
  return <PreviewPanel query={query} locale={locale} chooseLocale={chooseLocale} />;
}

/** What an edit would make of an event that is there. */
export function useEditPreview(id: string, changes: Partial<EventFields>) {
  const [locale, chooseLocale] = useState<PreviewLocale>();
  const query = useQuery(editPreviewQuery(id, useSettled(changes), locale));
  return { query, locale, chooseLocale };
}
