/** The settings that a channel menu changes. */
export const CHANNEL_SETTINGS = [
  'event_channel_id',
  'announcement_channel_id',
  'reminder_channel_id',
] as const;
export type ChannelSetting = (typeof CHANNEL_SETTINGS)[number];

/** Chosen in the menu of layouts where events get no channels. */
export const NO_CHANNELS = 'none';

/** What a component of `/setup` asks for. */
export const SETUP_ACTIONS = [
  'organization',
  'found',
  ...CHANNEL_SETTINGS,
  'channel_layout',
  'reminders',
  'locale',
  'free_seats',
  'keep_seats',
  'mend',
  'look',
] as const;
export type SetupAction = (typeof SETUP_ACTIONS)[number];

/** The `custom_id` of such a component or of the form behind it, for necord, which fills the places in. */
export const SETUP_PATH = 'vs1/:action';

/** As `SETUP_PATH`, for one action. */
export function formatSetupId(action: SetupAction): string {
  return `vs1/${action}`;
}

/** What a `custom_id` asks for, or `null` when it is none of `/setup`. */
export function parseSetupId(customId: string): SetupAction | null {
  const [version, action, ...rest] = customId.split('/');
  if (version !== 'vs1' || rest.length > 0) return null;
  return SETUP_ACTIONS.find((candidate) => candidate === action) ?? null;
}
