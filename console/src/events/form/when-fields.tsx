import { useId } from 'react';
import { useMe } from '../../api/me.js';
import { useMoments } from '../../format/moments.js';
import { cityOf, type Fold, type Reading, readLocal, zonesWith } from '../../format/zones.js';
import { Field } from '../../layout/form.js';
import { useTexts } from '../../texts/language.js';
import type { Editing } from './draft.js';

const FOLDS: readonly Fold[] = ['earlier', 'later'];

/** When the event is; what was typed is said back at once, with its zone. */
export function WhenFields({ draft, set }: Editing) {
  const { form } = useTexts();
  const { timezone } = useMe();
  const { start, zone, fold, duration } = draft;
  return (
    <div className="form-grid">
      <Field name="start_at_utc" label={form.fields.start_at_utc}>
        {(input) => (
          <input
            {...input}
            type="datetime-local"
            value={start}
            max="2099-12-31T23:59"
            onChange={({ target }) => {
              set({ start: target.value });
            }}
          />
        )}
      </Field>
      <Field name="zone" label={form.fields.zone}>
        {(input) => (
          <select
            {...input}
            value={zone}
            onChange={({ target }) => {
              set({ zone: target.value });
            }}
          >
            {zonesWith(zone, timezone).map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        )}
      </Field>
      <Field name="duration_minutes" label={form.fields.duration_minutes}>
        {(input) => (
          <input
            {...input}
            type="number"
            inputMode="numeric"
            step="15"
            value={duration}
            onChange={({ target }) => {
              set({ duration: target.value });
            }}
          />
        )}
      </Field>
      <SaidBack local={start} zone={zone} fold={fold} minutes={Number(duration)} set={set} />
    </div>
  );
}

interface SaidBackProps extends Pick<Editing, 'set'> {
  readonly local: string;
  readonly zone: string;
  readonly fold: Fold;
  readonly minutes: number;
}

/** What a time that was typed means: in its zone, in one's own, and what the clocks do on that day. */
function SaidBack({ local, zone, fold, minutes, set }: SaidBackProps) {
  const { form } = useTexts();
  const { sayMoment, sayWhen, sayTime } = useMoments();
  const { timezone } = useMe();
  const reading = readLocal(local, zone, fold);
  if (reading === null) return <p className="said quiet form-wide">{form.noTime}</p>;
  const end = new Date(reading.at.getTime() + minutes * 60_000);
  return (
    <div className="said form-wide">
      <div role="status">
        {reading.kind === 'gap' && <p className="warning">{form.gap(cityOf(zone))}</p>}
        <p>
          <strong>{sayMoment(reading.at, zone)}</strong>
          {minutes > 0 && <span className="quiet"> · {form.ends(sayTime(end, zone))}</span>}
        </p>
        {sayWhen(reading.at, zone) !== sayWhen(reading.at, timezone) && zone !== timezone && (
          <p className="quiet">{form.yourClock(sayWhen(reading.at, timezone))}</p>
        )}
      </div>
      {reading.kind === 'twice' && <Twice reading={reading} zone={zone} fold={fold} set={set} />}
    </div>
  );
}

interface TwiceProps extends Pick<SaidBackProps, 'zone' | 'fold' | 'set'> {
  readonly reading: Reading;
}

function Twice({ reading, zone, fold, set }: TwiceProps) {
  const { form } = useTexts();
  const { sayWhen } = useMoments();
  const name = useId();
  return (
    <fieldset className="plain">
      <legend className="warning">{form.twice(cityOf(zone))}</legend>
      {FOLDS.map((which) => (
        <label key={which} className="radio">
          <input
            type="radio"
            name={name}
            checked={fold === which}
            onChange={() => {
              set({ fold: which });
            }}
          />
          {form.fold[which]} – {sayWhen(reading.both[which], zone)}
        </label>
      ))}
    </fieldset>
  );
}
