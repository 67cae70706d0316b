import { Cursors } from '@platform/http/cursor';

const cursors = new Cursors('key');
const cursor = cursors.encode('metro', 'calls', ['2026-02-13', 'id-1']);

describe('A page cursor', () => {
  it('opens for the account and list it was made for', () => {
    expect(cursors.decode('metro', 'calls', cursor)).toEqual(['2026-02-13', 'id-1']);
  });

  it.each([
    ['another account', 'apex', 'calls', cursor],
    ['another list', 'metro', 'digests', cursor],
    ['edited', 'metro', 'calls', `${cursor.slice(0, -3)}AAA`],
    ['cut short', 'metro', 'calls', cursor.slice(0, 10)],
    ['empty', 'metro', 'calls', ''],
    ['made up', 'metro', 'calls', Buffer.from('["metro","calls","2026","x"]').toString('base64url')],
    ['signed with another key', 'metro', 'calls', new Cursors('other').encode('metro', 'calls', ['x'])],
  ])('is refused: %s', (_, account, list, given) => {
    expect(() => cursors.decode(account, list, given)).toThrow('not one of ours');
  });
});
