import { DomainError } from '@domain/errors/domain-error';

export const notOffered = (): DomainError =>
  new DomainError(
    'unavailable',
    'calendar-not-offered',
    'Google Calendar is not set up on this server: its operator has to set GOOGLE_CLIENT_ID and GOOGLE_CLIENT_SECRET.',
  );

/** The same for an answer that is too old, was used, or belongs to somebody else: the difference would help a forger. */
export const consentNotValid = (): DomainError =>
  new DomainError('invalid', 'consent-not-valid', 'This answer from Google is not valid any more. Connect again.');

export const consentIncomplete = (): DomainError =>
  new DomainError(
    'unprocessable',
    'consent-incomplete',
    'Google did not give us every permission. Connect again and leave every box ticked.',
  );

export const calendarUnavailable = (): DomainError =>
  new DomainError('unavailable', 'calendar-unavailable', 'Google Calendar does not answer. Try again in a minute.');

export const noCalendarToWrite = (): DomainError =>
  new DomainError(
    'unprocessable',
    'calendar-not-writable',
    'This Google account has no calendar that appointments could be written to.',
  );

export const notConnected = (): DomainError =>
  new DomainError('conflict', 'calendar-not-connected', 'Connect Google Calendar first.');
