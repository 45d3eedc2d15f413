import { Problem } from '../api/problem.js';
import { useTexts } from '../texts/language.js';
import { reasonOf } from './failure.js';

/** What stands beside an act that was refused or failed: why, what the server said of it, and the number to ask us by. */
export function Refusal({ error }: { error: unknown }) {
  const { failure } = useTexts();
  const { requestId = null, status = null } = error instanceof Problem ? error : {};
  return (
    <div className="refusal" role="alert">
      <p>
        <strong>{failure.notDone}</strong> {reasonOf(error, { ...failure, ...failure.ofAct })}
      </p>
      {error instanceof Problem && status !== null && status < 500 && (
        <p className="quiet" lang="en">
          {error.message}
        </p>
      )}
      {requestId !== null && (
        <p className="quiet">
          {failure.request} <code>{requestId}</code>
        </p>
      )}
    </div>
  );
}
