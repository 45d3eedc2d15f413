import type { EditPreview } from '../../discord/queries.js';
import { useTexts } from '../../texts/language.js';
import { type Draft, type EventFields, type FieldName, fieldsOf } from './draft.js';
import { useSayField } from './say-field.js';

interface ReviewProps {
  readonly before: Draft;
  readonly draft: Draft;
  readonly changes: Partial<EventFields>;
  /** `undefined` until the API has said what comes of it. */
  readonly preview: EditPreview | undefined;
}

/** What saving would change: field by field, on which servers, and who would be told. */
export function Review({ before, draft, changes, preview }: ReviewProps) {
  const { form, preview: texts } = useTexts();
  const say = useSayField(draft.zone);
  const [was, is] = [fieldsOf(before), fieldsOf(draft)];
  const fields = Object.keys(changes) as FieldName[];
  if (fields.length === 0) return null;
  const valueOf = (field: FieldName, of: EventFields) => say(field, of) || form.say.nothing;
  return (
    <section className="panel review" aria-label={texts.review}>
      <h2>{texts.review}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{texts.field}</th>
            <th scope="col">{texts.was}</th>
            <th scope="col">{texts.becomes}</th>
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => (
            <tr key={field}>
              <th scope="row">{form.fields[field]}</th>
              <td>
                <span className="review-value">{valueOf(field, was)}</span>
              </td>
              <td>
                <span className="review-value">{valueOf(field, is)}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {preview !== undefined && <Consequences preview={preview} />}
    </section>
  );
}

function Consequences({ preview: { event, items, notices } }: { preview: EditPreview }) {
  const { preview: texts, roster } = useTexts();
  const changed = items.filter(({ changes }) => changes.message || changes.scheduled_event.length > 0);
  const isShown = event.state !== 'draft';
  return (
    <>
      <div>
        <h3>{texts.onServers}</h3>
        {!isShown && <p className="quiet">{texts.ofDraft}</p>}
        {isShown && changed.length === 0 && <p className="quiet">{texts.noServerChanges}</p>}
        {isShown && (
          <ul>
            {changed.map(({ guild_id, guild_name, changes }) => (
              <li key={guild_id}>
                {guild_name}
                <span className="quiet">
                  {' – '}
                  {[
                    changes.message && texts.message,
                    changes.scheduled_event.length > 0 &&
                      texts.scheduledEventFields(
                        changes.scheduled_event.map((field) => texts.scheduledFields[field]).join(', '),
                      ),
                  ]
                    .filter((part) => part !== false)
                    .join(' · ')}
                </span>
              </li>
            ))}
          </ul>
        )}
      </div>
      <div>
        <h3>{texts.told}</h3>
        {notices.length === 0 && <p className="quiet">{texts.nobodyTold}</p>}
        <ul>
          {notices.map(({ kind, people, direct }) => (
            <li key={kind}>
              {roster.why.kinds[kind]}
              <span className="quiet"> – {texts.people(people, direct)}</span>
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}
