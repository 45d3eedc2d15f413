import { Injectable } from '@nestjs/common';
import { Routes, type APIUser } from 'discord.js';
import { DiscordRest } from './discord-rest.js';

/** Who we are on Discord. It never changes, so it is asked once. */
@Injectable()
export class BotUserApi {
  private known: Promise<string> | undefined;

  constructor(private readonly rest: DiscordRest) {}

  /** The id of our bot's user. @throws DiscordFailure */
  async id(): Promise<string> {
    this.known ??= this.fetchId();
    return this.known;
  }

  private async fetchId(): Promise<string> {
    try {
      return ((await this.rest.get(Routes.user())) as APIUser).id;
    } catch (error) {
      this.known = undefined;
      throw error;
    }
  }
}
