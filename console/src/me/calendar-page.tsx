import { useTitle } from '../layout/title.js';
import { useTexts } from '../texts/language.js';
import { Feeds } from './feeds.js';

/** The links by which calendar programs follow one's events. */
export function CalendarPage() {
  const { me } = useTexts();
  const texts = me.calendar;
  useTitle(texts.title);
  return (
    <>
      <header className="page-head">
        <h1>{texts.title}</h1>
      </header>
      <Feeds org={null} texts={{ ...texts, ...texts.own }} />
    </>
  );
}
