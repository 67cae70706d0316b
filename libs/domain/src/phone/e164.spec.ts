import { callerIdOf, mayDial, parseE164, spokenForm } from '@domain/phone/e164';

describe('Telephone numbers', () => {
  it.each([
    ['(312) 555-0141', '+13125550141'],
    ['312-555-0141', '+13125550141'],
    [' +1 312 555 0141 ', '+13125550141'],
  ])('reads %s as %s', (raw, number) => {
    expect(parseE164(raw)).toBe(number);
  });

  it.each(['', '041-5', 'my number', '+1', '911'])('refuses %s with the form to use', (raw) => {
    expect(() => parseE164(raw)).toThrow('+15558870002');
  });

  it.each([
    ['+13125550141', '+13125550141'],
    ['anonymous', null],
    ['', null],
    [undefined, null],
    ['+266696687', null],
  ])('takes caller id %s as %s', (raw, number) => {
    expect(callerIdOf(raw)).toBe(number);
  });

  it.each([
    ['+13125550141', true],
    ['+14165550141', true],
    ['+19005550141', false],
    ['+13129760141', false],
    ['+18765550141', false],
    ['+447700900123', false],
    ['+1911', false],
  ])('may dial %s: %s', (number, allowed) => {
    expect(mayDial(number as ReturnType<typeof parseE164>)).toBe(allowed);
  });

  it('says a North American number the way people write it', () => {
    expect(spokenForm('+13125550141')).toBe('(312) 555-0141');
  });
});
