import { serveParent, startRoster } from './roster-program.mjs';

// One of the processes of test/faults/roster-processes.test.ts. Answers without the roster: only what the command did.

const { signups, writer, fanOut } = await startRoster();

const answerOf = ({ event, entry, outcome, result }) => ({
  revision: event.revision,
  result: result ?? outcome.done,
  entry: entry ?? event.roster[outcome?.place] ?? null,
});
const answering =
  (act) =>
  async (...args) =>
    answerOf(await act(...args));

serveParent({
  members: {
    signUp: answering((...args) => signups.signUp(...args)),
    withdraw: answering((...args) => signups.withdraw(...args)),
    change: answering((...args) => signups.change(...args)),
  },
  writer: { submit: answering((...args) => writer.submit(...args)) },
  effects: { tell: (eventId) => fanOut.followEvent(eventId) },
});
