import { firstName } from '@domain/persona/call-variables';

/** What the agent is told after a tool: what was done, what to say word for word, what to ask next. One line each. */
export const replies = {
  emergency: (onCallName: string, safetyLine: string | null): string =>
    `Emergency recorded; ${firstName(onCallName)} is being alerted now. ${sayNow(safetyLine)}Then ask for the name and the address, confirm the number, and call route_to_oncall with them.`,

  routed: (onCallName: string, safetyLine: string | null): string =>
    `Emergency reported; ${firstName(onCallName)} is being alerted now. ${sayNow(safetyLine)}Tell the caller "I'm reaching out to ${firstName(onCallName)} right now. They should be calling you back within a few minutes." Do not promise more than that. Ask whether there is anything else the technician should know.`,

  updated: (onCallName: string): string =>
    `Emergency updated; ${firstName(onCallName)} has the new details. Tell the caller "I'm reaching out to ${firstName(onCallName)} right now. They should be calling you back within a few minutes." Ask whether there is anything else the technician should know.`,

  routine:
    'Recorded as routine. Ask for the name, the best number, the address and a little more about the problem, then call collect_caller_details.',

  ambiguous:
    'Recorded. Ask the caller once whether this needs attention tonight or can wait until morning, and call classify_call again with the answer.',

  spam: 'Recorded as a sales call. End the call politely now.',

  saved: 'Saved. Read the name, number, address and issue back for confirmation, then close the call.',

  savedWithoutClass: 'Saved. Now call classify_call, then carry on.',

  noBooking: (callbackWhen: string): string =>
    `No appointment can be made on this call. Tell the caller "Our office will call you ${callbackWhen} to get you scheduled."`,

  enough: 'That is enough for this call. Carry on without tools and close the call.',

  whichClass: 'classification must be one of: emergency, routine, spam. Call classify_call again with one of them.',

  unreadable: 'The arguments could not be read. Call the tool again with a JSON object.',

  noSuchTool: 'There is no such tool. Carry on with the conversation.',

  notSaved:
    'This could not be saved just now. Carry on, collect the details, and try once more; if anyone is in danger tell them to call 911.',
} as const;

const sayNow = (line: string | null): string =>
  line ? `Say this to the caller now, word for word: "${line.replaceAll('"', "'")}" ` : '';
