import twilio from 'twilio';

/** The answer to an incoming text: one message back, or none. */
export function messageTwiml(words: string | null): string {
  const response = new twilio.twiml.MessagingResponse();
  if (words !== null) response.message(words);
  return response.toString();
}
