import { useQuery } from '@tanstack/react-query';
import { Loaded } from '../layout/loaded.js';
import { Nothing } from '../layout/nothing.js';
import { useTitle } from '../layout/title.js';
import { useTexts } from '../texts/language.js';
import { PlanFacts } from './plan-facts.js';
import { planQuery } from './queries.js';

/** The plan that one pays for, and what it gives. */
export function PlanPage() {
  const { me } = useTexts();
  const texts = me.plan;
  const query = useQuery(planQuery);
  useTitle(texts.title);
  return (
    <>
      <header className="page-head">
        <h1>{texts.title}</h1>
      </header>
      <p className="lead">{texts.what}</p>
      <Loaded query={query} rows={2}>
        {(plan) =>
          plan.entitled ? (
            <section className="panel wide" aria-label={texts.title}>
              <PlanFacts plan={plan} />
              {plan.status === 'past_due' && <p>{texts.pastDue}</p>}
            </section>
          ) : (
            <Nothing title={texts.nothing}>
              <p>{texts.nothingNext}</p>
            </Nothing>
          )
        }
      </Loaded>
    </>
  );
}
