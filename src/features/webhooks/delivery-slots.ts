import { Injectable } from '@nestjs/common';

/** Of the worker's 16 places: the others are left to what members wait for. */
const IN_ALL = 8;
const FOR_ONE_WEBHOOK = 4;

/** Keeps slow receivers from taking up the whole worker. Counts for this process. */
@Injectable()
export class DeliverySlots {
  private readonly taken = new Map<string, number>();
  private total = 0;

  /** @returns how to give the slot back, or `null` when none is free */
  take(webhookId: string): (() => void) | null {
    const taken = this.taken.get(webhookId) ?? 0;
    if (this.total >= IN_ALL || taken >= FOR_ONE_WEBHOOK) return null;
    this.total += 1;
    this.taken.set(webhookId, taken + 1);
    return () => {
      this.release(webhookId);
    };
  }

  private release(webhookId: string): void {
    this.total -= 1;
    const taken = (this.taken.get(webhookId) ?? 1) - 1;
    if (taken === 0) this.taken.delete(webhookId);
    else this.taken.set(webhookId, taken);
  }
}
