import { DomainError } from '@domain/errors/domain-error';

export const noRoster = () =>
  new DomainError('conflict', 'no-on-call-roster', 'Name a primary on-call contact and an owner first');

export const hasLayers = () =>
  new DomainError(
    'conflict',
    'on-call-has-layers',
    'This schedule has layers. Change it there, or go back to the simple form first.',
  );

export const wrongSpan = () =>
  new DomainError('invalid', 'wrong-span', 'It must end after it starts and after now, and last at most 92 days');

export const overlaps = () =>
  new DomainError('conflict', 'override-conflict', 'Somebody stands in already during that time');

export const notOnCall = (name: string) =>
  new DomainError('invalid', 'not-on-call', `${name} is not on call during that time`);

export const samePerson = () => new DomainError('invalid', 'same-person', 'Nobody can stand in for themselves');

export const textsAreDead = () =>
  new DomainError(
    'conflict',
    'texts-do-not-arrive',
    'This phone takes no texts. Have the code read out in a call instead.',
  );
