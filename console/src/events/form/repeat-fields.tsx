import { useQuery } from '@tanstack/react-query';
import { useMoments } from '../../format/moments.js';
import { Check, Field } from '../../layout/form.js';
import { useTexts } from '../../texts/language.js';
import { nextDatesQuery } from './queries.js';
import { type Repeat, RHYTHMS, ruleOf, WEEKDAYS } from './rule.js';

interface RepeatProps {
  readonly repeat: Repeat;
  readonly set: (part: Partial<Repeat>) => void;
  readonly org: string;
  readonly start: string;
  readonly zone: string;
  /** A series stays one. */
  readonly isSeries: boolean;
}

const ENDS = ['never', 'until', 'count'] as const;

/** When an event comes again: chosen, not written; the dates that come of it are shown at once. */
export function RepeatFields({ repeat, set, org, start, zone, isSeries }: RepeatProps) {
  const { form } = useTexts();
  const { repeat: texts } = form;
  const rhythms = RHYTHMS.filter((rhythm) => !isSeries || rhythm !== 'once');
  return (
    <>
      <Field name="rule" label={texts.label}>
        {(input) => (
          <select
            {...input}
            value={repeat.rhythm}
            onChange={({ target }) => {
              const rhythm = rhythms.find((one) => one === target.value) ?? repeat.rhythm;
              set({ rhythm, ...(rhythm === 'other' && start !== '' && { rule: ruleOf(repeat, start) }) });
            }}
          >
            {rhythms.map((rhythm) => (
              <option key={rhythm} value={rhythm}>
                {texts.rhythms[rhythm]}
              </option>
            ))}
          </select>
        )}
      </Field>
      {repeat.rhythm !== 'once' && <Details repeat={repeat} set={set} />}
      {repeat.rhythm !== 'once' && start !== '' && (
        <NextDates org={org} rule={ruleOf(repeat, start)} start={start} zone={zone} />
      )}
    </>
  );
}

function Details({ repeat, set }: Pick<RepeatProps, 'repeat' | 'set'>) {
  const { form } = useTexts();
  const { repeat: texts } = form;
  if (repeat.rhythm === 'other')
    return <Part part="rule" label={texts.rule} type="text" repeat={repeat} set={set} />;
  return (
    <>
      {repeat.rhythm === 'week' && (
        <fieldset className="plain weekdays">
          <legend>{texts.days}</legend>
          {WEEKDAYS.map((day) => (
            <Check
              key={day}
              label={texts.weekdays[day]}
              checked={repeat.days.includes(day)}
              set={(checked) => {
                set({ days: WEEKDAYS.filter((one) => (one === day ? checked : repeat.days.includes(one))) });
              }}
            />
          ))}
        </fieldset>
      )}
      <div className="form-grid">
        <Part part="interval" label={texts.interval} hint={texts.intervalHint} repeat={repeat} set={set} />
        <Field name="end" label={texts.end}>
          {(input) => (
            <select
              {...input}
              value={repeat.end}
              onChange={({ target }) => {
                set({ end: ENDS.find((end) => end === target.value) ?? 'never' });
              }}
            >
              {ENDS.map((end) => (
                <option key={end} value={end}>
                  {texts.ends[end]}
                </option>
              ))}
            </select>
          )}
        </Field>
        {repeat.end === 'until' && (
          <Part part="until" label={texts.until} type="date" repeat={repeat} set={set} />
        )}
        {repeat.end === 'count' && <Part part="count" label={texts.count} repeat={repeat} set={set} />}
        <Part part="ahead" name="publish_days_before" label={texts.ahead} repeat={repeat} set={set} />
      </div>
    </>
  );
}

interface PartProps extends Pick<RepeatProps, 'repeat' | 'set'> {
  readonly part: 'interval' | 'until' | 'count' | 'ahead' | 'rule';
  readonly name?: string;
  readonly label: string;
  readonly hint?: string;
  readonly type?: 'number' | 'date' | 'text';
}

function Part({ part, name = part, label, hint, type = 'number', repeat, set }: PartProps) {
  return (
    <Field name={name} label={label} {...(hint !== undefined && { hint })}>
      {(input) => (
        <input
          {...input}
          type={type}
          {...(type === 'number' && { min: 1 })}
          value={repeat[part]}
          onChange={({ target }) => {
            set({ [part]: target.value });
          }}
        />
      )}
    </Field>
  );
}

function NextDates({ org, rule, start, zone }: { org: string; rule: string; start: string; zone: string }) {
  const { form } = useTexts();
  const { sayWhen } = useMoments();
  const { data, error } = useQuery(nextDatesQuery(org, { rule, local_start: start, timezone: zone }));
  if (error !== null) return <p className="warning">{form.wanted['rule']}</p>;
  if (data === undefined) return null;
  return (
    <section className="next-dates" aria-label={form.repeat.next}>
      <h3>{form.repeat.next}</h3>
      <ol>
        {data.next_occurrences.map(({ start_at_utc }) => (
          <li key={start_at_utc}>{sayWhen(new Date(start_at_utc), zone)}</li>
        ))}
      </ol>
    </section>
  );
}
