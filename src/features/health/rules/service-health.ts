/** What a half of VerseLink says of itself (contract.md §2). */
export interface ServiceHealth {
  readonly status: 'healthy' | 'unhealthy';
  readonly service: 'discord-bot' | 'website-backend';
  readonly version: string;
}
