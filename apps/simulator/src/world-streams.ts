/** Why a media stream ended. */
export type StreamEnd =
  /** The person at the phone hung up, or the call was completed by REST. */
  | 'call-ended'
  /** The leg got new TwiML while the stream was open: the voice agent is out. */
  | 'call-moved'
  /** The party closed it; TwiML after the stream runs next. */
  | 'closed-by-party';

/** One `<Connect><Stream>`, seen from the party at its other end. */
export interface CallStream {
  readonly streamSid: string;
  readonly callSid: string;
  /** Caller's number as Twilio reports it; empty when withheld. */
  readonly from: string;
  readonly to: string;
  readonly url: string;
  /** `<Parameter>`s of the stream. */
  readonly parameters: Readonly<Record<string, string>>;
  /** Speaks to the person on the phone; resolves (in virtual time) when it has been said, or at once when the stream is closed. */
  say(text: string): Promise<void>;
  /** Ends the stream; the TwiML behind it goes on. Does nothing on a closed stream. */
  close(): void;
}

/** What the party at the other end gets to know. */
export interface StreamListener {
  heard(text: string): void;
  pressed(digits: string): void;
  closed(end: StreamEnd): void;
}

/** Somebody who takes the calls of some stream URLs: the stand-in for a voice-AI vendor. */
export interface StreamParty {
  accepts(url: URL): boolean;
  connect(stream: CallStream): StreamListener;
}

/** The switchboard of media streams. */
export class StreamParties {
  private readonly parties: StreamParty[] = [];

  register(party: StreamParty): void {
    this.parties.push(party);
  }

  /** @returns undefined when nobody listens at that address, as for a wrong wss:// URL. */
  partyFor(url: string): StreamParty | undefined {
    if (!URL.canParse(url)) return undefined;
    return this.parties.find((party) => party.accepts(new URL(url)));
  }
}
