/** What a half of VerseLink says of itself. */
export interface ServiceHealth {
  readonly status: 'healthy' | 'unhealthy';
  readonly service: 'discord-bot' | 'website-backend';
  readonly version: string;
}
