/** What is drawn, in Discord's own shapes reduced to the fields that are read, and what is asked of the page around it. */

export type Snowflake = string;

export interface Embed {
  type?: string;
  title?: string;
  url?: string;
  description?: string;
  color?: number;
  timestamp?: string;
  author?: { name: string; url?: string; icon_url?: string };
  footer?: { text: string; icon_url?: string };
  fields?: { name: string; value: string; inline?: boolean }[];
  image?: { url: string };
  thumbnail?: { url: string };
}

export interface Emoji {
  id?: Snowflake | null;
  name?: string | null;
}

export interface SelectOption {
  label: string;
  value: string;
  description?: string;
  emoji?: Emoji;
  default?: boolean;
}

/** Any message or modal component; which fields are there depends on its type. */
export interface Component {
  type: number;
  id?: number;
  components?: Component[];
  component?: Component;
  accessory?: Component;
  custom_id?: string;
  style?: number;
  label?: string;
  description?: string;
  emoji?: Emoji;
  url?: string;
  disabled?: boolean;
  placeholder?: string;
  min_values?: number;
  max_values?: number;
  min_length?: number;
  max_length?: number;
  required?: boolean;
  value?: string;
  default?: boolean;
  options?: SelectOption[];
  default_values?: { id: Snowflake; type: string }[];
  channel_types?: number[];
  content?: string;
  accent_color?: number | null;
  spoiler?: boolean;
  divider?: boolean;
  spacing?: number;
  media?: { url: string };
  file?: { url: string };
  name?: string | null;
  size?: number | null;
  items?: { media: { url: string }; description?: string | null; spoiler?: boolean }[];
}

export interface ScheduledEvent {
  id: Snowflake;
  guild_id: Snowflake;
  channel_id: Snowflake | null;
  name: string;
  description?: string | null;
  scheduled_start_time: string;
  scheduled_end_time: string | null;
  status: number;
  entity_type: number;
  entity_metadata: { location?: string } | null;
  image?: string | null;
  creator_id?: Snowflake | null;
  user_count?: number;
}

/** What Discord's own page says of messages and scheduled events, in one language. */
export interface Words {
  readonly states: Readonly<Record<number, string>>;
  readonly until: string;
  interested(count: number): string;
  readonly interest: string;
  interestIn(name: string): string;
  /** How somebody, a role or a channel is mentioned whose name is not known. */
  readonly unknown: { readonly user: string; readonly role: string; readonly channel: string };
  readonly showSpoiler: string;
  readonly code: string;
  readonly customEmoji: string;
  readonly embed: string;
  readonly picture: string;
  readonly thumbnail: string;
  readonly linkedPicture: string;
  readonly file: string;
  /** Stands over what is hidden until it is pressed. */
  readonly spoiler: string;
}

/**
 * What the page around answers. What begins with `use` is a hook: it is called each time a part is drawn, and draws the part
 * again when its answer changes.
 */
export interface Host {
  useName(id: Snowflake): string | undefined;
  /** The address of somebody's picture. */
  usePicture(id: Snowflake): string | undefined;
  /** From where the page may load a picture of a message; undefined: it is only named. */
  pictureAt(url: string): string | undefined;
  /** From where the page may load the picture of a server's own emoji. */
  useEmoji(id: Snowflake): string | undefined;
  useRole(id: Snowflake): { name: string; color: number } | undefined;
  useChannel(id: Snowflake): { name: string; open?: () => void } | undefined;
  /** In which moments are written; the browser's when undefined. */
  useLocale(): string | undefined;
  /** The time zone in which moments are written; the browser's when undefined. */
  useZone(): string | undefined;
  useWords(): Words;
  /** The level of the page's heading that texts stand below. */
  useHeading(): number;
  /** Who presses and chooses; `null` for nobody. */
  useActing(): Snowflake | null;
  /** Whether an answer to a press is still awaited. */
  useWaiting(messageId: Snowflake, customId: string): boolean;
  /** What a menu offers. */
  useChoices(menu: Component): SelectOption[];
  /** Who is interested in an event, by name, and whether one of them is who acts. */
  useInterest(eventId: Snowflake): { names: string[]; mine: boolean };
  /** What failed about a message or an event. */
  useFailure(about: Snowflake): string | undefined;
  press(messageId: Snowflake, customId: string, values?: string[]): void;
  interest(eventId: Snowflake, wanted: boolean): void;
}
