import { useSearch } from '@tanstack/react-router';
import { signInAddress } from '../api/me.js';
import { useTexts } from '../texts/language.js';
import { useTitle } from './title.js';

/** What who is not signed in sees, at every address; signing in leads back to that address. */
export function SignIn() {
  const { signIn } = useTexts();
  const { sign_in } = useSearch({ from: '__root__' });
  useTitle(signIn.title);
  return (
    <main className="sign-in">
      <h1>VerseLink</h1>
      <p>{signIn.welcome}</p>
      {sign_in === 'denied' && <p role="alert">{signIn.denied}</p>}
      <a className="button primary" href={signInAddress(returnPath())}>
        {signIn.act}
      </a>
    </main>
  );
}

/** The address that is shown, without what the last attempt left in it. */
function returnPath(): string {
  const address = new URL(location.href);
  address.searchParams.delete('sign_in');
  return address.pathname + address.search;
}
