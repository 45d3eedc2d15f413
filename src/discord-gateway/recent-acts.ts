import { setTimeout as sleep } from 'node:timers/promises';

/** Discord tells what happened and who did it in two dispatches, in either order, this close together. */
const TOGETHER_MS = 1_500;
const FORGET_MS = 10_000;

/** Remembers for a moment what moderators did to members, by the audit log that Discord sends to bots that may see it. */
export class RecentActs {
  private readonly acts = new Map<string, { readonly act: string; readonly at: number }>();

  /** @param act what is to be known of it, for example `kick` or the moderator's id */
  note(kind: string, guildId: string, memberId: string, act: string): void {
    const now = Date.now();
    for (const [key, { at }] of this.acts) if (now - at > FORGET_MS) this.acts.delete(key);
    this.acts.set(`${kind}:${guildId}:${memberId}`, { act, at: now });
  }

  /** Waits until the audit log has had its time. @returns what was noted, once; `null` when nothing was */
  async take(kind: string, guildId: string, memberId: string): Promise<string | null> {
    await sleep(TOGETHER_MS, undefined, { ref: false });
    const key = `${kind}:${guildId}:${memberId}`;
    const noted = this.acts.get(key);
    this.acts.delete(key);
    return noted === undefined || Date.now() - noted.at > FORGET_MS ? null : noted.act;
  }
}
