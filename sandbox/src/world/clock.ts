/** Where the time comes from, in milliseconds since 1970. */
export type Clock = () => number;

/** A clock that can be set ahead of the time that its source tells. */
export class MovableClock {
  private ahead = 0;

  constructor(private readonly source: Clock) {}

  readonly now: Clock = () => this.source() + this.ahead;

  /** Milliseconds that it is ahead of its source. */
  get aheadMs(): number {
    return this.ahead;
  }

  /** Sets it to a time that is to come; it runs on from there. An earlier time changes nothing. */
  setTo(time: number): void {
    this.setAhead(time - this.source());
  }

  /** Sets it ahead by so many milliseconds; fewer than it is change nothing. */
  setAhead(ms: number): void {
    this.ahead = Math.max(this.ahead, ms);
  }

  /** Sets it back to what its source tells. */
  reset(): void {
    this.ahead = 0;
  }
}
