import type { IntakeLines } from './intake-lines.types.js';

const to = (callerName: string): string => (callerName ? `Thank you, ${callerName}.` : 'Thank you.');

export const ENGLISH: IntakeLines = {
  greeting: (businessName) =>
    `Thanks for calling ${businessName}. This is our automated line, and this call is recorded. If you smell gas, or a fire or carbon monoxide alarm is sounding, leave the building and call 911 now.`,
  keyOffer: 'For an emergency, press 1 at any time.',
  cutOff: "I'm sorry, we got cut off.",
  reported: 'Your emergency has been reported.',
  automated: 'This is our automated line.',
  stillKnown: "I still have what you told me, so you don't need to repeat it.",
  notCaught: "I'm sorry, I didn't catch that.",
  gotIt: 'Got it.',
  ask: {
    problem: "In a few words, what's going on?",
    service: 'This line is for customers who need service. Does something at your home or business need service?',
    urgency:
      "I want to make sure we handle this the right way. Is this something that needs attention tonight, or is it something that can wait until we're back in the office tomorrow morning?",
    name: 'Can I get your name?',
    address: "And what's the address where you need service?",
    number: "You can say it or key it in: what's the best number to reach you at?",
    more: 'Is there anything else I should let the technician know?',
  },
  confirmNumber: (ending) => `And just to confirm, is the number ending in ${ending} the best one to reach you?`,
  paging: (name) => `I'm reaching out to ${name} right now.`,
  stillPaging: (name) => `I've sent ${name} an urgent message, and we keep calling until somebody has it.`,
  taken: (name) => `${name} has your emergency and will be calling you back within a few minutes.`,
  details: 'Let me get some quick details.',
  hold: (callerName, name) =>
    `${to(callerName)} Please stay on the line while I try to connect you with ${name}. If you have to leave, just hang up: you will be called back.`,
  holdOn: (name) =>
    `I'm still trying to reach ${name}. Please stay on the line, or hang up and you will be called back.`,
  notReached: (name) =>
    `I wasn't able to reach ${name} directly, but the urgent message with your information is out, and we keep calling until somebody has it. You will be called back.`,
  inDanger: 'If anyone is in danger, hang up and call 911.',
  goodbye: 'Goodbye.',
  close: (callerName, callbackWhen) =>
    `${to(callerName)} I've got your info. Our office will call you ${callbackWhen}. If it gets worse, or anyone is in danger, call 911 first and then call us again. Goodbye.`,
  refuse: 'This line is for customers who need service. Thank you for calling. Goodbye.',
  message: "I'm having trouble getting that down.",
  urgentMessage:
    'Our on-call technician is being alerted. So that they can reach you, please say your name, your number and the address after the beep. If anyone is in danger, hang up and call 911.',
};
