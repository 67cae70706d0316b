/** A refusal in Twilio's own words. */
export class TwilioError extends Error {
  constructor(
    readonly status: number,
    readonly code: number,
    message: string,
  ) {
    super(message);
  }
}

/** The body of every error answer of the REST API. */
export function errorBody({ status, code, message }: Pick<TwilioError, 'status' | 'code' | 'message'>) {
  return { code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status };
}

export function rejected(code: number, message: string): TwilioError {
  return new TwilioError(400, code, message);
}

export function notFound(path: string): TwilioError {
  return new TwilioError(404, 20404, `The requested resource ${path} was not found`);
}

export function unauthorised(): TwilioError {
  return new TwilioError(401, 20003, 'Authenticate');
}

/** What Twilio says when it is itself in trouble; used by the faults. */
export function outageBody(status: number) {
  if (status === 429) return errorBody({ status, code: 20429, message: 'Too Many Requests' });
  return errorBody({ status, code: 20500, message: 'Internal Server Error' });
}

/** Messages of the codes that a fault or a phone's state can cause. */
const MESSAGES: Readonly<Record<number, string>> = {
  21211: 'Invalid To phone number',
  21408: 'Permission to send an SMS has not been enabled for the region indicated by the To number',
  21610: 'Attempt to send to unsubscribed recipient',
  21611: "This 'From' number has exceeded the maximum number of queued messages",
  21614: "'To' number is not a valid mobile number",
  30001: 'Queue overflow',
  30002: 'Account suspended',
  30003: 'Unreachable destination handset',
  30004: 'Message blocked',
  30005: 'Unknown destination handset',
  30006: 'Landline or unreachable carrier',
  30007: 'Message filtered',
  30008: 'Unknown error',
  30032: 'Toll-Free Number Has Not Been Verified',
  30036: 'Validity Period Expired',
  30034: 'Message from an Unregistered Number',
};

export function messageOf(code: number): string {
  return MESSAGES[code] ?? `Error ${code}`;
}
