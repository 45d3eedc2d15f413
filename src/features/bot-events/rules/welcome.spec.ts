import { describe, expect, it } from 'vitest';
import { welcomeText } from './welcome.js';

const guild = { guild_name: 'The {user} Club', locale: 'fr', welcome_message: null } as const;

describe('welcomeText', () => {
  it("speaks the server's language when it has no text of its own", () => {
    expect(welcomeText(guild, '42')).toBe('Bienvenue <@42> sur The {user} Club !');
    expect(welcomeText({ ...guild, locale: 'en' }, '42')).toBe('Welcome <@42> to The {user} Club!');
  });

  it('fills in every place of the own text', () => {
    const welcomeMessage = '{user}, {user}: {server} {other} $&';
    expect(welcomeText({ ...guild, welcome_message: welcomeMessage }, '42')).toBe(
      '<@42>, <@42>: The {user} Club {other} $&',
    );
  });
});
