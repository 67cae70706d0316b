import { firstName } from '@domain/persona/call-variables';
import type { OpenedIncident } from '../escalation/escalation.types.js';

/** What the agent is told after a tool: what was done, what to say word for word, what to ask next. One line each. */
export const replies = {
  emergency: (onCallName: string, safetyLine: string | null): string =>
    `Emergency recorded; ${firstName(onCallName)} is being alerted now. ${sayNow(safetyLine)}Then ask for the name and the address, confirm the number, and call route_to_oncall with them.`,

  routed: (reached: Reached, safetyLine: string | null): string =>
    `Emergency reported; ${isTold(reached)}. ${sayNow(safetyLine)}Tell the caller "${promise(reached)}" Do not promise more than that. Ask whether there is anything else the technician should know.`,

  updated: (reached: Reached): string =>
    `Emergency updated; ${firstName(reached.onCallName)} has the new details. Tell the caller "${promise(reached)}" Ask whether there is anything else the technician should know.`,

  routine:
    'Recorded as routine. Ask for the name, the best number, the address and a little more about the problem, then call collect_caller_details.',

  ambiguous:
    'Recorded. Ask the caller once whether this needs attention tonight or can wait until morning, and call classify_call again with the answer.',

  spam: 'Recorded as a sales call. End the call politely now.',

  saved: 'Saved. Read the name, number, address and issue back for confirmation, then close the call.',

  savedWithoutClass: 'Saved. Now call classify_call, then carry on.',

  enough: 'That is enough for this call. Carry on without tools and close the call.',

  whichClass: 'classification must be one of: emergency, routine, spam. Call classify_call again with one of them.',

  unreadable: 'The arguments could not be read. Call the tool again with a JSON object.',

  noSuchTool: 'There is no such tool. Carry on with the conversation.',

  notSaved:
    'This could not be saved just now. Carry on, collect the details, and try once more; if anyone is in danger tell them to call 911.',
} as const;

/** Who is being reached for the caller, and how far that has come. */
type Reached = Pick<OpenedIncident, 'onCallName' | 'standing'>;

const isTold = ({ onCallName, standing }: Reached): string =>
  standing === 'taken' ? `${firstName(onCallName)} has taken it` : `${firstName(onCallName)} is being alerted now`;

/** Never what the caller has just heard to be otherwise: that nobody picked up, or that somebody has it. */
function promise({ onCallName, standing }: Reached): string {
  const name = firstName(onCallName);
  switch (standing) {
    case 'paging':
      return `I'm reaching out to ${name} right now. They should be calling you back within a few minutes.`;
    case 'not_picked_up':
      return `I've added that to the urgent message for ${name}, and we keep calling until somebody has it.`;
    case 'taken':
      return `${name} has your emergency and will be calling you back within a few minutes.`;
  }
}

const sayNow = (line: string | null): string =>
  line ? `Say this to the caller now, word for word: "${line.replaceAll('"', "'")}" ` : '';
