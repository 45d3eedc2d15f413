/** Somebody of whom data is held. */
export interface Person {
  readonly user_id: string;
  readonly discord_id: string;
}

/** A room's part in what is held about people. */
export interface KeepsPersonalData {
  /** Everything that the room holds about somebody, in plain JSON; missing where other rooms show it already. */
  exportOf?(person: Person): Promise<unknown>;
  /**
   * Removes what the room holds about somebody. Where something has to stay so that counts are true, `tombstone`, an id that
   * belongs to no one, takes the place of the person's. May be killed at any point, and is then done again.
   */
  erase(person: Person, tombstone: string): Promise<void>;
}
