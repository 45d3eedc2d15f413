import type { components } from '../api/schema.js';
import { useDates } from '../format/dates.js';
import { useTexts } from '../texts/language.js';

type Plan = components['schemas']['MemberPlanView'];

/** What a plan is, how its payment stands, and until when. */
export function PlanFacts({ plan: { plan, status, since, until, renews, roles } }: { plan: Plan }) {
  const { me } = useTexts();
  const texts = me.plan;
  const { dateOf } = useDates();
  const states: Readonly<Record<string, string>> = texts.states;
  const facts = [
    [texts.name, plan ?? texts.unnamed],
    [texts.state, status === null ? null : (states[status] ?? status)],
    [texts.since, since && dateOf(new Date(since))],
    [renews === true ? texts.renews : texts.ends, until && dateOf(new Date(until))],
    [texts.gives, texts.roles(roles.length)],
  ] as const;
  return (
    <dl className="plan">
      {facts.map(
        ([name, value]) =>
          value !== null && (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
