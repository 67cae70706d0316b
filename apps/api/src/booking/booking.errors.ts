import { DomainError } from '@domain/errors/domain-error';

export const windowTaken = () =>
  new DomainError('conflict', 'window-taken', 'Every crew is out at that time. Choose another one.');

export const notHeld = () =>
  new DomainError(
    'conflict',
    'appointment-not-held',
    'Somebody has decided about this appointment already. Reload it.',
  );

export const notStanding = () =>
  new DomainError('conflict', 'appointment-over', 'This appointment is over: it was declined, called off or moved.');

export const hasAppointment = () =>
  new DomainError('conflict', 'appointment-exists', 'This call has an appointment already. Move that one.');

export const wrongTime = (sentence: string) => new DomainError('invalid', 'appointment-time-invalid', sentence);

export const wrongRules = (problems: string[]) =>
  new DomainError('invalid', 'booking-rules-invalid', problems.join(' '));

export const wrongApprover = () =>
  new DomainError('invalid', 'approver-unknown', 'The approver must be one of your contacts who takes texts.');
