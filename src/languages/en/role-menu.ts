import type { Texts } from '../texts.js';

export const roleMenu = {
  title: 'Choose your roles',
  description: 'One button for each role: click to take it, click again to leave it.',
  footer: 'Your choice counts at once.',
  footerMax: (max: number) => (max === 1 ? 'One role at a time.' : `At most ${max} roles at a time.`),
  chosen: (taken: readonly string[], left: readonly string[]) =>
    [
      ...taken.map((role) => `✅ You have ${role} now.`),
      ...left.map((role) => `👋 You do not have ${role} any more.`),
    ].join('\n'),
} satisfies Texts['roleMenu'];
