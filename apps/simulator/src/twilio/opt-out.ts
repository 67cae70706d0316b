const STOP = ['STOP', 'STOPALL', 'UNSUBSCRIBE', 'CANCEL', 'END', 'QUIT', 'OPTOUT', 'REVOKE'];
const START = ['START', 'YES', 'UNSTOP'];
const HELP = ['HELP', 'INFO'];

const ANSWERS = {
  stop: 'You have successfully been unsubscribed. You will not receive any more messages from this number. Reply START to resubscribe.',
  start:
    'You have successfully been re-subscribed to messages from this number. Reply HELP for help. Reply STOP to unsubscribe. Msg&Data Rates May Apply.',
  help: 'Reply STOP to unsubscribe. Msg&Data Rates May Apply.',
} as const;

export interface OptWord {
  kind: keyof typeof ANSWERS;
  /** What Twilio itself texts back. */
  answer: string;
}

/** The opt-out word that the whole message is; null for anything else. */
export function readOptWord(body: string): OptWord | null {
  const word = body.trim().toUpperCase();
  const kind = STOP.includes(word) ? 'stop' : START.includes(word) ? 'start' : HELP.includes(word) ? 'help' : null;
  return kind && { kind, answer: ANSWERS[kind] };
}
