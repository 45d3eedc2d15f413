import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Field } from '../../layout/form.js';
import { useTexts } from '../../texts/language.js';
import { Chips } from './chips.js';
import type { Editing, FormKind } from './draft.js';
import { membersQuery } from './queries.js';
import { TextLine } from './text-fields.js';

const MOST_CO_ORGANIZERS = 10;

interface MoreProps extends Editing {
  readonly org: string;
  readonly kind: FormKind;
}

/** The picture, and who helps. */
export function MoreFields({ draft, set, org, kind }: MoreProps) {
  return (
    <>
      <TextLine draft={draft} set={set} field="banner_url" />
      {kind === 'event' && org !== '' && <CoOrganizers draft={draft} set={set} org={org} />}
    </>
  );
}

function CoOrganizers({ draft: { coOrganizers }, set, org }: Editing & { readonly org: string }) {
  const { form } = useTexts();
  const query = useInfiniteQuery(membersQuery(org));
  const { hasNextPage, isFetching, fetchNextPage } = query;
  useEffect(() => {
    if (hasNextPage && !isFetching) void fetchNextPage();
  }, [hasNextPage, isFetching, fetchNextPage]);
  const members = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const nameOf = (id: string): string => members.find(({ user_id }) => user_id === id)?.handle ?? '…';
  const others = members
    .filter(({ user_id }) => !coOrganizers.includes(user_id))
    .toSorted((a, b) => a.handle.localeCompare(b.handle));
  return (
    <Field name="co_organizer_ids" label={form.fields.co_organizer_ids} hint={form.hints.co_organizer_ids}>
      {(input) => (
        <>
          <select
            {...input}
            value=""
            disabled={coOrganizers.length >= MOST_CO_ORGANIZERS}
            onChange={({ target }) => {
              set({ coOrganizers: [...coOrganizers, target.value] });
            }}
          >
            <option value="">{form.picker.choose}</option>
            {others.map(({ user_id, handle }) => (
              <option key={user_id} value={user_id}>
                {handle}
              </option>
            ))}
          </select>
          <Chips
            ids={coOrganizers}
            nameOf={nameOf}
            keep={(ids) => {
              set({ coOrganizers: ids });
            }}
          />
        </>
      )}
    </Field>
  );
}
