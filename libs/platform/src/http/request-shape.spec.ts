import { repeatedParameter, shapeFault } from '@platform/http/request-shape';

const nested = (levels: number): unknown => (levels === 0 ? 1 : { a: nested(levels - 1) });
const bottomless = (levels: number): unknown => JSON.parse('['.repeat(levels) + ']'.repeat(levels));

describe('The shape of a request', () => {
  it.each<[string, unknown]>([
    ['an ordinary body', { name: 'Mike T.', channels: ['voice', 'sms'], note: null, count: 3 }],
    ['nesting up to the limit', nested(19)],
    ['a list up to the limit', Array.from({ length: 1000 }, (_, n) => n)],
    ['no body', undefined],
  ])('is fine: %s', (_, value) => {
    expect(shapeFault(value)).toBeNull();
  });

  it.each<[string, unknown, RegExp]>([
    ['nested too deep', nested(21), /nested/],
    ['ten thousand levels deep', bottomless(10_000), /nested/],
    ['a list too long', { items: Array.from({ length: 1001 }, () => 1) }, /list/],
    ['a prototype key', JSON.parse('{"a":{"__proto__":{"role":"owner"}}}'), /property/],
    ['a constructor key', { constructor: { prototype: {} } }, /property/],
    ['a NUL in a text', { name: 'Mi\0ke' }, /U\+0000/],
    ['a NUL in a name', { 'na\0me': 1 }, /property/],
  ])('is refused: %s', (_, value, fault) => {
    expect(shapeFault(value)).toMatch(fault);
  });

  it('names a parameter that was given twice', () => {
    expect(repeatedParameter({ limit: '5' })).toBeUndefined();
    expect(repeatedParameter({ limit: ['5', '6'] })).toBe('limit');
  });
});
