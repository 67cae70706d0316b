/** Sentences a caller hears from us and not from the agent. Texts of contractors reach them only as the business's name. */
export const voicemailWords = (businessName: string | null): string =>
  `Thanks for calling${businessName ? ` ${businessName}` : ''}. We can't come to the phone right now. This call is recorded. If you smell gas, or a fire or carbon monoxide alarm is sounding, leave the building and call 911 now.`;

export const STRAY_WORDS =
  "Thank you for calling. We're sorry, nobody can take your call right now. Please leave your name and number after the beep. This call is recorded.";

export const EMERGENCY_KEY_WORDS =
  'Our on-call technician is being alerted right now. If anyone is in danger, hang up and call 911. After the beep, please tell us your name, your number, the address and what is happening.';

/** The key could not be noted: nothing may be promised. */
export const KEY_LOST_WORDS =
  'If anyone is in danger, hang up and call 911. After the beep, please tell us your name, your number, the address and what is happening.';

export const NO_KEY_WORDS = 'Please leave your message after the beep.';

export const thanksForMessage = (callbackWhen: string): string =>
  `Thank you. We have your message and our office will call you ${callbackWhen}. Goodbye.`;

export const MESSAGE_KEPT_WORDS = 'Thank you. We have your message. If anyone is in danger, call 911. Goodbye.';

export const URGENT_MESSAGE_WORDS =
  'Thank you. We have your message and our on-call technician has been alerted. If anyone is in danger, call 911. Goodbye.';

export const CUT_OFF_WORDS = "I'm sorry, we got cut off. Please leave the rest of your message after the beep.";

export const AFTER_TECH_WORDS = 'Thanks for calling. Goodbye.';
