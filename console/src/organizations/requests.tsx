import { useQuery } from '@tanstack/react-query';
import { useAct } from '../api/act.js';
import { answerOf, api } from '../api/client.js';
import { Loaded } from '../layout/loaded.js';
import { Refusal } from '../layout/refusal.js';
import { useTexts } from '../texts/language.js';
import { requestsQuery } from './queries.js';

/** Who asks to join an organization; staff decide. */
export function Requests({ id }: { id: string }) {
  const { organizations: texts } = useTexts();
  const query = useQuery(requestsQuery(id));
  const decide = useAct(
    ({ requestId, takeIn }: { requestId: string; takeIn: boolean }) => {
      const params = { path: { id, request_id: requestId } };
      const base = '/api/v1/organizations/{id}/join-requests/{request_id}' as const;
      return answerOf(
        takeIn ? api.POST(`${base}/accept`, { params }) : api.POST(`${base}/decline`, { params }),
      );
    },
    ['organization', id],
  );
  return (
    <section className="panel" aria-labelledby="requests">
      <h2 id="requests">{texts.requests.title}</h2>
      {decide.error !== null && <Refusal error={decide.error} />}
      <Loaded query={query} rows={1}>
        {(requests) =>
          requests.length === 0 ? (
            <p className="quiet">{texts.requests.nothing}</p>
          ) : (
            <ul className="rows">
              {requests.map(({ id: requestId, handle, message }) => (
                <li key={requestId} className="row">
                  <div className="row-what">
                    <h3>{handle}</h3>
                    {message !== null && <p className="written">{message}</p>}
                  </div>
                  <div className="row-acts">
                    {([true, false] as const).map((takeIn) => (
                      <button
                        key={String(takeIn)}
                        type="button"
                        className={takeIn ? 'button primary' : 'button'}
                        disabled={decide.isPending}
                        aria-label={
                          takeIn ? texts.requests.acceptOf(handle) : texts.requests.declineOf(handle)
                        }
                        onClick={() => {
                          decide.mutate({ requestId, takeIn });
                        }}
                      >
                        {takeIn ? texts.requests.accept : texts.requests.decline}
                      </button>
                    ))}
                  </div>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  );
}
