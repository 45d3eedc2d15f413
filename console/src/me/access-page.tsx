import { useTitle } from '../layout/title.js';
import { useTexts } from '../texts/language.js';
import { Sessions } from './sessions.js';
import { Tokens } from './tokens.js';

/** Where one is signed in, and which programs act for one. */
export function AccessPage() {
  const { me } = useTexts();
  useTitle(me.access.title);
  return (
    <>
      <header className="page-head">
        <h1>{me.access.title}</h1>
      </header>
      <Sessions />
      <Tokens />
    </>
  );
}
