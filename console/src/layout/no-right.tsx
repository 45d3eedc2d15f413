import { Link } from '@tanstack/react-router';
import { useTexts } from '../texts/language.js';
import { useTitle } from './title.js';

/** In place of a page that one has no right to. */
export function NoRight() {
  const { noRight } = useTexts();
  useTitle(noRight.title);
  return (
    <section className="panel">
      <h1>{noRight.title}</h1>
      <p>{noRight.why}</p>
      <Link className="button" to="/events">
        {noRight.back}
      </Link>
    </section>
  );
}

/** In place of a part of a page that one has no right to. */
export function NoRightToPart() {
  const { noRight } = useTexts();
  return (
    <section className="panel">
      <h2>{noRight.part}</h2>
      <p>{noRight.why}</p>
    </section>
  );
}
