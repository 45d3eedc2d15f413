import { useId } from 'react';
import { signInAddress } from '../api/me.js';
import { Problem } from '../api/problem.js';
import type { Texts } from '../texts/fr/index.js';
import { useTexts } from '../texts/language.js';

/** What stands in place of a part that could not be loaded: why, what to do, and the number to ask us by. */
export function Failure({ error, retry }: { error: unknown; retry: () => void }) {
  const { failure, signIn } = useTexts();
  const heading = useId();
  const { status = null, requestId = null } = error instanceof Problem ? error : {};
  return (
    <section className="panel failure" role="alert" aria-labelledby={heading}>
      <h2 id={heading}>{failure.title}</h2>
      <p>{reasonOf(error, failure)}</p>
      {status === 401 ? (
        <a className="button primary" href={signInAddress(location.pathname + location.search)}>
          {signIn.act}
        </a>
      ) : (
        <button type="button" className="button" onClick={retry}>
          {failure.retry}
        </button>
      )}
      {requestId !== null && (
        <p className="quiet">
          {failure.request} <code>{requestId}</code>
        </p>
      )}
    </section>
  );
}

/** Why something could not be shown or done, in plain words. */
export function reasonOf(error: unknown, texts: Texts['failure']): string {
  if (!(error instanceof Problem)) return texts.unknown;
  switch (error.status) {
    case null:
      return texts.network;
    case 401:
      return texts.signedOut;
    case 403:
      return texts.forbidden;
    case 404:
      return texts.missing;
    case 400:
    case 422:
      return texts.invalid;
    case 409:
    case 412:
      return texts.conflict;
    case 429:
      return texts.tooMany;
    case 502:
    case 503:
    case 504:
      return texts.away;
    default:
      return texts.unknown;
  }
}
