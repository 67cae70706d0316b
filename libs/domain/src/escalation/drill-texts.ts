/** To somebody who answered a rehearsal. Marked as one when it is written into the outbox. */
export const drillAnswerText = (code: string, seconds: number): string =>
  `[${code}] Thank you, you answered after ${spoken(seconds)}. Nothing else to do.`;

/** To those who were paged and have not answered, when a rehearsal ends early. */
export const drillOverText = (code: string, isForEmergency: boolean): string =>
  isForEmergency
    ? `[${code}] The drill stops here: a real emergency has come in and is being paged now.`
    : `[${code}] The drill was stopped. Nothing else to do.`;

/** Spoken after key 1 or 2: there is no caller to be connected with. */
export const drillThanksWords = 'Thank you. Your answer was recorded. Goodbye.';

const spoken = (seconds: number): string =>
  seconds < 120 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
