import type { Texts } from '../fr/index.js';
import { pluralsOf } from '../plural.js';

const plural = pluralsOf('en');

export const event: Texts['event'] = {
  lasts: (minutes) => {
    const hours = Math.floor(minutes / 60);
    const rest = minutes % 60;
    if (hours === 0) return `${rest} min`;
    return rest === 0 ? `${hours} h` : `${hours} h ${String(rest).padStart(2, '0')}`;
  },
  facts: 'In short',
  when: 'When',
  duration: 'Duration',
  place: 'Place',
  seats: 'Seats',
  noLimit: 'no limit',
  waiting: (count) => `${count} waiting`,
  asking: (count) => `${count} to approve`,
  onDiscord: 'On Discord',
  onNoServer: 'No server shows it yet.',
  message: 'Message',
  scheduled: 'Discord event',
  opensDiscord: (what, server) => `${what} on ${server}, in Discord`,
  removedServer: 'Removed server',
  sync: {
    pending: 'being sent',
    synced: 'up to date',
    failed: 'failed',
    detached: 'removed by hand',
    removed: 'removed',
    suspended: 'bot is away',
  },
  description: 'Description',
  locked: 'Answers locked',
  cancelled: 'Cancelled:',
  tabs: {
    label: 'Views of the event',
    roster: 'Roster',
    mirrors: 'Mirrors',
    timeline: 'Timeline',
    attendance: 'Attendance',
  },
  acts: {
    label: 'Acts on the event',
    edit: 'Edit',
    duplicate: 'Duplicate',
    publish: 'Publish',
    start: 'Start',
    complete: 'Complete',
    lock: 'Lock answers',
    unlock: 'Unlock answers',
    cancel: 'Cancel the event…',
    delete: 'Delete the draft…',
  },
  done: {
    publish: 'The event is published. Servers show it in a moment.',
    start: 'The event has started.',
    complete: 'The event is completed.',
    cancel: 'The event is cancelled.',
    delete: 'The draft is deleted.',
    lock: 'Members can no longer change their answers.',
    unlock: 'Members can change their answers again.',
  },
  changed: 'The event was changed meanwhile: this is how it is now. Do it again if you still want to.',
  confirm: {
    start: {
      title: 'Start the event?',
      act: 'Start',
      what: 'Servers show it as running, and members can check in. It does not become “upcoming” again.',
    },
    complete: {
      title: 'Complete the event?',
      act: 'Complete',
      what: 'Signups close for good. You can still note who came for a week.',
    },
    cancel: {
      title: 'Cancel the event?',
      act: 'Cancel the event',
      what: (count) =>
        count === 0
          ? 'Servers show it as cancelled. It cannot be brought back.'
          : `${count} ${plural(count, { one: 'person who signed up is told', other: 'people who signed up are told' })}, and servers show it as cancelled. It cannot be brought back.`,
      reason: 'Reason, which members will read (optional)',
    },
    delete: {
      title: 'Delete the draft?',
      act: 'Delete',
      what: 'It is gone for everybody and cannot be found again.',
    },
  },
};
