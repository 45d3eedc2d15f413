import { Link } from '@tanstack/react-router';
import { useTexts } from '../texts/language.js';
import { useTitle } from './title.js';

/** At an address that leads to no page. */
export function Missing() {
  const { missing } = useTexts();
  useTitle(missing.title);
  return (
    <section className="panel">
      <h1>{missing.title}</h1>
      <p>{missing.why}</p>
      <Link className="button" to="/events">
        {missing.back}
      </Link>
    </section>
  );
}
