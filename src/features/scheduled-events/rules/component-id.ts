/** What a component of a signup message asks for. */
export const COMPONENT_ACTIONS = ['signup', 'withdraw', 'list', 'role'] as const;
export type ComponentAction = (typeof COMPONENT_ACTIONS)[number];

/** A parsed `custom_id`. `part` tells several role menus of one message apart. */
export interface ComponentId {
  readonly action: ComponentAction;
  readonly event_id: string;
  readonly part: number;
}

/** Raised when the meaning changes; older messages keep working as long as their version is parsed here. */
const VERSION = 'vl1';

/** The `custom_id` of a component: version, action, event, part (design.md §3.5); at most 100 characters. */
export function formatComponentId({ action, event_id, part }: ComponentId): string {
  return [VERSION, action, event_id, part].join('/');
}

/** The meaning of a `custom_id`, or `null` when it is not ours. */
export function parseComponentId(customId: string): ComponentId | null {
  const [version, action, event_id, part, ...rest] = customId.split('/');
  const known = COMPONENT_ACTIONS.find((candidate) => candidate === action);
  if (version !== VERSION || known === undefined || event_id === undefined || rest.length > 0) return null;
  return { action: known, event_id, part: Number(part ?? 0) };
}
