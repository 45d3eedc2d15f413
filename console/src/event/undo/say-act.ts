import { useTexts } from '../../texts/language.js';
import type { UndoableAct } from './queries.js';

/** Words for what the API names; it may name what is newer than this page. */
type Named = Readonly<Record<string, string | undefined>>;

/** Says what somebody did: "Zoe: waitlist → Pilot". */
export function useSayAct(): (act: UndoableAct) => string {
  const { undo: texts, timeline } = useTexts();
  const statuses: Named = timeline.statuses;
  const fieldNames: Named = timeline.fields;
  const stateOf = ({ status, role_name }: NonNullable<UndoableAct['before']>): string => {
    const said = statuses[status] ?? status;
    return role_name === null || status === 'withdrawn' ? said : `${said}, ${role_name}`;
  };
  return ({ before, after, handle, fields }) => {
    if (before !== null && after !== null) {
      const who = handle === null || handle === '' ? texts.gone : handle;
      return texts.signup(who, stateOf(before), stateOf(after));
    }
    return texts.changed(Object.keys(fields).map((field) => fieldNames[field] ?? field));
  };
}

/** Says why an act cannot be taken back any more. */
export function useSayRefusal(): (refusal: NonNullable<UndoableAct['refusal']>) => string {
  const { undo: texts } = useTexts();
  const refusals: Named = texts.refusals;
  return ({ code, detail }) => refusals[code] ?? detail;
}
