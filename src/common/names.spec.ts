import { describe, expect, it } from 'vitest';
import { nameFault, nearestName, skeleton, textFault, tidy } from './names.js';

const range = { min: 1, max: 20 };
const FAMILY = '\u{1F468}\u200D\u{1F469}\u200D\u{1F467}';
const SCOTLAND = '\u{1F3F4}\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}';

describe('nameFault', () => {
  it.each([
    'Opération Nuit',
    'Tank',
    '*étoile* [clic](x)',
    'رحلة الليل',
    'می\u200Cخواهم',
    'क्\u200Dष',
    '夜の作戦',
    '葛\u{E0100}飾',
    `Famille ${FAMILY}`,
    'Aimé ❤\uFE0F',
    '1\uFE0F\u20E3 Premier',
    '\u{1F9D1}\u{1F3FD}\u200D\u{1F680} Pilote',
    '\u{1F3F3}\uFE0F\u200D\u{1F308}',
    SCOTLAND,
  ])('finds none in %j', (name) => {
    expect(nameFault(name, range)).toBeNull();
  });

  it.each([
    ['two lines', 'Raid\nmardi', 'one line'],
    ['a line separator', 'Raid\u2028mardi', 'one line'],
    ['a tab', 'Raid\tmardi', 'control'],
    ['a null', 'Raid\0', 'control'],
    ['a right-to-left override', 'Raid \u202Egpj.exe', 'bidirectional'],
    ['an isolate', 'Raid \u2067x\u2069', 'bidirectional'],
    ['a right-to-left mark', 'Raid\u200F', 'bidirectional'],
    ['a zero-width space', 'Tank\u200B', 'invisible'],
    ['a soft hyphen', 'Ta\u00ADnk', 'invisible'],
    ['a joiner between Latin letters', 'Ta\u200Dnk', 'invisible'],
    ['tags without a flag', 'Tank\u{E0041}', 'invisible'],
    ['half a surrogate pair', 'Tank\uD83D', 'control'],
    ['a zero-width space alone', '\u200B', 'invisible'],
    ['a Hangul filler alone', '\u3164', 'invisible'],
    ['braille without dots', '\u2800\u2800', 'visible character'],
    ['an accent alone', '\u0301', 'visible character'],
    ['nothing', '', '1 to 20 characters'],
    ['too much', '🚀'.repeat(21), '1 to 20 characters'],
  ])('finds %s', (_what, name, fault) => {
    expect(nameFault(name, range)).toContain(fault);
  });

  it('counts code points', () => {
    expect(nameFault('🚀'.repeat(20), range)).toBeNull();
  });
});

describe('textFault', () => {
  it('allows several lines, tabs, and joiners of any kind', () => {
    expect(textFault('Un\r\n\tdeux\n\u200B', range)).toBeNull();
    expect(textFault('', { min: 0, max: 5 })).toBeNull();
  });

  it.each(['a\u202Eb', 'a\u2066b', 'a\u0007b', 'a\u2028b', 'a\uDC00', '\u200B\u200B'])(
    'refuses %j',
    (text) => {
      expect(textFault(text, range)).not.toBeNull();
    },
  );
});

describe('tidy', () => {
  it('composes and trims', () => {
    expect(tidy(' Ope\u0301ration\u00A0')).toBe('Opération');
  });
});

describe('nearestName', () => {
  it('keeps what a name may hold and leaves out the rest', () => {
    expect(nearestName(`\u202EAda\n\u200B  ${FAMILY} `, 64)).toBe(`Ada ${FAMILY}`);
    expect(nearestName('a'.repeat(70), 64)).toHaveLength(64);
  });

  it('gives a name that is one, or nothing', () => {
    expect(nearestName('\u3164\u200B', 64)).toBeNull();
    for (const wild of ['\u200F\u{E0041}Eve\uD83D', 'A\u0000\u0301', 'x\u2028\u2029y']) {
      expect(nameFault(nearestName(wild, 20) ?? '', range)).toBeNull();
    }
  });
});

describe('skeleton', () => {
  it.each([
    ['Tank', 'tank'],
    ['Tank', 'Tank\u200B'],
    ['Opération', 'Ope\u0301ration'],
    ['Tank 1', 'Tank \u00A0 1'],
    ['Tank', 'Ｔａｎｋ'],
    ['Tank', '𝐓𝐚𝐧𝐤'],
    ['Tank', 'Тank'],
    ['PAX', 'ΡΑΧ'],
    ['❤', '❤\uFE0F'],
    ['Straße', 'STRASSE'],
  ])('is the same for %j and %j', (one, other) => {
    expect(skeleton(one)).toBe(skeleton(other));
  });

  it.each([
    ['Peche', 'Pêche'],
    ['Tank 1', 'Tank 2'],
    ['Tank1', 'Tank 1'],
    ['🚀', '🛸'],
    ['Пилот', 'Пират'],
  ])('differs for %j and %j', (one, other) => {
    expect(skeleton(one)).not.toBe(skeleton(other));
  });
});
