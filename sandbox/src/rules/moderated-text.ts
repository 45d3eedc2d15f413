import { AutoModerationRuleTriggerType as Trigger } from 'discord-api-types/v10';
import type { AutoModerationRecord } from '../world/community-records.js';

/**
 * Words of the presets: profanity, sexual content, slurs. Discord does not publish its own lists, so these only show that a
 * preset acts; the last has a word that names the thing instead of being one.
 */
const PRESETS: Readonly<Record<number, readonly string[]>> = {
  1: ['*fuck*', 'shit*', 'asshole'],
  2: ['porn*', 'hentai'],
  3: ['slur'],
};
/** The text by which spam filters everywhere are tried out: what Discord's model takes for spam cannot be known. */
const SPAM = 'XJS*C4JDBQADN1.NSBN3*2IDNEN*GTUBE-STANDARD-ANTI-UBE-TEST-EMAIL*C.34X';
const MENTION = /<@[!&]?(\d+)>/g;

/** What of a text a rule was triggered by. */
export interface Match {
  keyword: string | null;
  content: string | null;
}

/** Whether a text triggers a rule, and by what. */
export function matchText(rule: AutoModerationRecord, text: string): Match | null {
  const { keyword_filter = [], regex_patterns = [], allow_list = [], presets = [] } = rule.trigger_metadata;
  switch (rule.trigger_type) {
    case Trigger.Spam:
      return text.includes(SPAM) ? { keyword: null, content: SPAM } : null;
    case Trigger.MentionSpam:
      return matchMentions(text, rule.trigger_metadata.mention_total_limit ?? 0);
    case Trigger.KeywordPreset:
      return matchWords(
        text,
        presets.flatMap((preset) => PRESETS[preset] ?? []),
        allow_list,
      );
    default:
      return matchWords(text, keyword_filter, allow_list) ?? matchPatterns(text, regex_patterns, allow_list);
  }
}

function matchMentions(text: string, limit: number): Match | null {
  const mentioned = new Set([...text.matchAll(MENTION)].map((found) => found[1]));
  return mentioned.size > limit ? { keyword: null, content: null } : null;
}

function matchWords(text: string, keywords: readonly string[], allowed: readonly string[]): Match | null {
  for (const keyword of keywords) {
    const content = firstOf(wordPattern(keyword), text, allowed);
    if (content !== null) return { keyword, content };
  }
  return null;
}

function matchPatterns(text: string, patterns: readonly string[], allowed: readonly string[]): Match | null {
  for (const keyword of patterns) {
    const content = firstOf(new RegExp(keyword, 'gi'), text, allowed);
    if (content !== null) return { keyword, content };
  }
  return null;
}

function firstOf(pattern: RegExp, text: string, allowed: readonly string[]): string | null {
  for (const [found] of text.matchAll(pattern)) {
    if (found !== '' && !allowed.some((word) => wordPattern(word).test(found))) return found;
  }
  return null;
}

/** A keyword stands for a whole word; an asterisk at its ends for whatever comes before or after it. */
function wordPattern(keyword: string): RegExp {
  const open = { before: keyword.startsWith('*'), after: keyword.endsWith('*') };
  const bare = keyword.replace(/^\*|\*$/g, '').replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const before = open.before ? '[\\p{L}\\p{N}_]*' : '(?<![\\p{L}\\p{N}_])';
  const after = open.after ? '[\\p{L}\\p{N}_]*' : '(?![\\p{L}\\p{N}_])';
  return new RegExp(`${before}${bare}${after}`, 'giu');
}
