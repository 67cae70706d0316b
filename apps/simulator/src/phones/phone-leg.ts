/** One call as the handset in somebody's hand knows it. */
export interface PhoneLeg {
  readonly callSid: string;
  /** The handset's own number. */
  readonly phone: string;
  /** Who the display shows; null when withheld. */
  readonly peer: string | null;
  readonly placedByPhone: boolean;
  answer(by: 'human' | 'machine'): void;
  refuse(how: 'busy' | 'no-answer' | 'failed'): void;
  /** The carrier sends the ringing call on to another number. */
  forward(to: string): void;
  say(text: string): void;
  press(digits: string): void;
  hangUp(): void;
}
