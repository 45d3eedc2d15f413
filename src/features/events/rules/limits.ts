/** How many reminders an event has, and how long before its start. */
export const REMINDERS = { max: 10, minutes: { min: 5, max: 40_320 } } as const;

/** What an event's fields may hold. Lengths are in characters, times in minutes. */
export const EVENT_LIMITS = {
  title: { min: 5, max: 200 },
  description: { min: 10, max: 5000 },
  duration_minutes: { min: 15, max: 1440 },
  location: { max: 200 },
  offer_minutes: { min: 5, max: 10_080 },
  max_participants: { min: 1, max: 500 },
  roles: { max: 50 },
  preferences: { max: 5 },
  role_name: { min: 1, max: 100 },
  role_capacity: { min: 1, max: 100 },
  role_description: { max: 500 },
  role_emoji: { max: 64 },
  fleet_ships: { max: 100 },
  ship_model: { min: 1, max: 100 },
  required_crew: { min: 1, max: 50 },
  ship_notes: { max: 500 },
  banner_url: { max: 2048 },
  signup_roles: { max: 25 },
  co_organizers: { max: 10 },
  announcement: { min: 1, max: 1500 },
  cancel_reason: { min: 0, max: 500 },
  /** From a year before the start of an event to the end of the longest. */
  signup_closes_before_minutes: { min: -1440, max: 525_600 },
} as const;
