import { StringOption } from 'necord';
import { type Rhythm, RHYTHMS } from '../../features/series/recurrence.js';
import { localizedChoice, localizedOption } from '../commands/localized.js';

// Discord wants required options in the order of the class; necord takes those of a class before those of the one that it extends.

const rhythms = RHYTHMS.map((rhythm) => localizedChoice(rhythm, ({ series }) => series.every[rhythm]));

/** `/series create`. */
export class RepeatOptions {
  @StringOption({ ...localizedOption('eventOption'), autocomplete: true, required: true })
  readonly event: string;

  @StringOption({ ...localizedOption('everyOption'), choices: rhythms, required: true })
  readonly every: Rhythm;
}

/** `/series stop`. */
export class SeriesOptions {
  @StringOption({ ...localizedOption('seriesOption'), autocomplete: true, required: true })
  readonly series: string;
}

/** `/series skip`. */
export class SkipOptions {
  @StringOption({ ...localizedOption('seriesOption'), autocomplete: true, required: true })
  readonly series: string;

  @StringOption({ ...localizedOption('dateOption'), autocomplete: true, required: true })
  readonly date: string;
}
