/** What a half of VerseLink says of itself. */
export interface ServiceHealth {
  readonly status: 'healthy' | 'unhealthy';
  readonly service: 'discord-bot' | 'website-backend';
  readonly version: string;
  /** Said by a bot that holds no connection to Discord, because others hold them all; it takes over when one of them dies. */
  readonly gateway?: 'standby';
}
