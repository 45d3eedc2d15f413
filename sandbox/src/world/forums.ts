import { ChannelType } from 'discord-api-types/v10';
import type { ForumSettings } from './community-records.js';

/** Channels of which every thread is a post. */
export const FORUMS: readonly ChannelType[] = [ChannelType.GuildForum, ChannelType.GuildMedia];

/** A forum with nothing set. */
export const BLANK_FORUM: ForumSettings = {
  available_tags: [],
  default_reaction_emoji: null,
  default_sort_order: null,
  default_forum_layout: 0,
  default_tag_setting: null,
};
