import type {
  APIAutoModerationAction,
  APIAutoModerationRuleTriggerMetadata,
  APIGuildForumTag,
  AutoModerationRuleEventType,
  AutoModerationRuleTriggerType,
  ForumLayoutType,
  InviteTargetType,
  SortOrderType,
  StickerFormatType,
} from 'discord-api-types/v10';

/** An invitation into a guild; its id is its code. */
export interface InviteRecord {
  id: string;
  guild_id: string;
  channel_id: string;
  inviter_id: string;
  created_at: string;
  /** Seconds; 0 for ever. */
  max_age: number;
  /** 0 for as many as come. */
  max_uses: number;
  uses: number;
  temporary: boolean;
  target_type: InviteTargetType | null;
  target_user_id: string | null;
  target_application_id: string | null;
  /** Roles that who comes by it gets. */
  role_ids: string[];
  /** The only users who may use it; null for everybody. */
  target_users: string[] | null;
  targets_changed_at: string | null;
}

/** A sticker of a guild. `hash` is that of its picture. */
export interface StickerRecord {
  id: string;
  guild_id: string;
  name: string;
  description: string | null;
  tags: string;
  format_type: StickerFormatType;
  hash: string;
  user_id: string;
}

/** A sound of a guild's soundboard. `hash` is that of its contents. */
export interface SoundRecord {
  id: string;
  guild_id: string;
  name: string;
  volume: number;
  emoji_id: string | null;
  emoji_name: string | null;
  hash: string;
  user_id: string;
}

/** A rule by which a guild's messages and names are watched over. */
export interface AutoModerationRecord {
  id: string;
  guild_id: string;
  creator_id: string;
  name: string;
  event_type: AutoModerationRuleEventType;
  trigger_type: AutoModerationRuleTriggerType;
  trigger_metadata: APIAutoModerationRuleTriggerMetadata;
  actions: APIAutoModerationAction[];
  enabled: boolean;
  exempt_roles: string[];
  exempt_channels: string[];
}

/** A template of a guild; its id is its code. `snapshot` is the guild as it was when it was last synced. */
export interface TemplateRecord {
  id: string;
  guild_id: string;
  creator_id: string;
  name: string;
  description: string | null;
  created_at: string;
  updated_at: string;
  usage_count: number;
  snapshot: Record<string, unknown>;
}

/** Somebody's request to be let into a guild. */
export interface JoinRequestRecord {
  id: string;
  guild_id: string;
  user_id: string;
  created_at: string;
  status: 'STARTED' | 'SUBMITTED' | 'REJECTED' | 'APPROVED';
  reviewed_at: string | null;
  rejection_reason: string | null;
  actioned_by: string | null;
}

/** What people who come new to a guild are asked and shown. */
export interface OnboardingSettings {
  prompts: OnboardingPrompt[];
  default_channel_ids: string[];
  enabled: boolean;
  mode: number;
}

export interface OnboardingPrompt {
  id: string;
  type: number;
  title: string;
  single_select: boolean;
  required: boolean;
  in_onboarding: boolean;
  options: OnboardingOption[];
}

export interface OnboardingOption {
  id: string;
  title: string;
  description: string;
  emoji: { id: string | null; name: string | null; animated: boolean };
  role_ids: string[];
  channel_ids: string[];
}

/** What a guild shows before one joins it. */
export interface WelcomeScreenSettings {
  enabled: boolean;
  description: string | null;
  welcome_channels: {
    channel_id: string;
    description: string;
    emoji_id: string | null;
    emoji_name: string | null;
  }[];
}

/** What a guild has besides its settings; absent where nothing was ever set. */
export interface CommunitySettings {
  onboarding?: OnboardingSettings;
  welcome_screen?: WelcomeScreenSettings;
  /** The code of its own address, under which there is an invitation. */
  vanity_code?: string;
  incidents?: { invites_disabled_until: string | null; dms_disabled_until: string | null };
  /** How often it is boosted. */
  boosts?: number;
}

/** What a forum has besides what every channel has. */
export interface ForumSettings {
  available_tags: (APIGuildForumTag & { id: string })[];
  default_reaction_emoji: { emoji_id: string | null; emoji_name: string | null } | null;
  default_sort_order: SortOrderType | null;
  default_forum_layout: ForumLayoutType;
  default_tag_setting: string | null;
}
