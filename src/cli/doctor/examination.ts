import { DiscordFailure } from '../../common/discord-failure.js';
import type { Texts } from '../../languages/texts.js';
import { attempt, found, skipped, type Finding } from './finding.js';
import type { ServerView, Want } from './server.js';
import type { Trials } from './trials.js';

/** Everything that VerseLink does on one server: what it lacks there, and each thing tried. */
export class Examination {
  constructor(
    private readonly view: ServerView,
    private readonly trials: Trials,
    private readonly texts: Texts,
    private readonly inviteUrl: string,
  ) {}

  /** Cleans up at the start, for a run that was cut off, and at the end, whatever happens. */
  async *findings(messageOwner: boolean): AsyncGenerator<Finding> {
    const { doctor } = this.texts;
    const left = await this.trials.cleanUp();
    if (left > 0) yield { check: doctor.checks.cleanup, outcome: 'ok', note: doctor.left_behind(left) };
    try {
      for (const want of this.view.wants) yield this.permissions(want);
      yield* this.tried();
      if (messageOwner)
        yield await attempt(doctor.checks.direct_message, doctor, () =>
          this.trials.directMessage(this.view.server.owner_id),
        );
    } finally {
      yield await this.cleanUp();
    }
  }

  private permissions({ feature, channelId, lacks, badChannel }: Want): Finding {
    const { checks, remedies } = this.texts.doctor;
    const check = this.inChannel(checks.permissions(this.texts.serverNotices.capability[feature]), channelId);
    if (badChannel) return found(check, remedies.channel);
    return found(check, lacks.length === 0 ? null : remedies.permissions(lacks, this.inviteUrl));
  }

  private async *tried(): AsyncGenerator<Finding> {
    const { doctor } = this.texts;
    const { checks, remedies } = doctor;
    yield await this.attempt('scheduled_events', checks.scheduled_event, () => this.trials.scheduledEvent());
    for (const channelId of this.channelIds)
      yield await this.attempt(channelId, this.inChannel(checks.message, channelId), () =>
        this.trials.message(channelId),
      );
    yield await this.attempt('channels', checks.channel, () => this.trials.channel());
    const forThreads = this.view.wants.find(({ feature }) => feature === 'threads')?.channelId ?? '';
    yield await this.attempt('threads', checks.thread, () => this.trials.thread(forThreads));
    const role = await this.attempt('roles', checks.role, () => this.trials.role());
    const isBelow = role.outcome === 'ok' && this.view.rolesAbove.length > 0;
    yield isBelow ? found(checks.role, remedies.role_above(this.view.rolesAbove)) : role;
  }

  /** @param of a feature, or a channel with all messages that are wanted there */
  private async attempt(of: string, check: string, work: () => Promise<void>): Promise<Finding> {
    const { doctor } = this.texts;
    const wants = this.view.wants.filter(
      ({ feature, channelId }) => feature === of || (channelId === of && feature !== 'threads'),
    );
    if (wants.length === 0) return skipped(check, doctor.skipped.not_wanted);
    if (wants.some(({ lacks, badChannel }) => badChannel || lacks.length > 0))
      return skipped(check, doctor.skipped.needs_permissions);
    return attempt(check, doctor, work);
  }

  private async cleanUp(): Promise<Finding> {
    const { checks, remedies } = this.texts.doctor;
    try {
      await this.trials.cleanUp();
      return found(checks.cleanup, null);
    } catch (error) {
      if (!(error instanceof DiscordFailure)) throw error;
      return found(checks.cleanup, remedies.cleanup(error.message));
    }
  }

  private get channelIds(): string[] {
    const forMessages = this.view.wants.filter(({ feature }) => feature !== 'threads');
    return [...new Set(forMessages.flatMap(({ channelId }) => channelId ?? []))];
  }

  private inChannel(check: string, channelId: string | null): string {
    return channelId === null ? check : this.texts.doctor.inChannel(check, channelId);
  }
}
