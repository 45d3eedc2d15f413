import { describe, expect, it } from 'vitest';
import { inexactNumbers } from './inexact-numbers.js';

describe('inexactNumbers', () => {
  it.each([
    ['{"metadata":{"guild_id":1394001780148535387}}', ['metadata.guild_id']],
    ['{"ids":[1,9007199254740993],"other":{"x":-9007199254740993}}', ['ids.1', 'other.x']],
    ['9007199254740992', ['body']],
    ['{"a":1e400,"b":1e17}', ['a', 'b']],
    ['{"guild_id":"1394001780148535387","max":9007199254740991,"pi":3.141592653589793238,"e":1e3}', []],
    ['{"text":"a number: 1394001780148535387"}', []],
    ['[]', []],
  ])('finds what would be altered in %s', (text, paths) => {
    expect(inexactNumbers(text)).toEqual(paths);
  });
});
