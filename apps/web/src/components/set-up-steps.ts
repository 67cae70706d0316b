import type { OnboardingStepName } from '../api/types.js';

/** The nine steps as people meet them, in their order (market-and-ux 3.3, screen 13). */
export const STEP: Record<OnboardingStepName, { name: string; title: string; why: string }> = {
  business: {
    name: 'Business',
    title: 'Your business',
    why: 'What callers hear, and which rules of your state apply.',
  },
  services: {
    name: 'Trades and services',
    title: 'Trades and services',
    why: 'So that the agent can say yes, no, or "let me take a message".',
  },
  hours: {
    name: 'Hours and holidays',
    title: 'Hours, time zone and holidays',
    why: 'In office hours your own phone rings; outside them the agent answers.',
  },
  number: {
    name: 'Number',
    title: 'A number for your line',
    why: 'The line the agent answers. Your customers go on calling the number they know.',
  },
  forwarding: {
    name: 'Forwarding',
    title: 'Forward your number',
    why: 'Your phone sends the calls you do not take to the line. We call you to see that it works.',
  },
  people: {
    name: 'On-call people',
    title: 'Who is on call',
    why: 'Whom an emergency wakes, and who is last. Each phone proves itself once.',
  },
  voice: {
    name: 'Voice and greeting',
    title: 'Voice and greeting',
    why: 'The first seconds of every call.',
  },
  compliance: {
    name: 'Compliance',
    title: 'Compliance',
    why: 'What callers must be told, and what your line may text.',
  },
  go_live: {
    name: 'Go live',
    title: 'Test call and go live',
    why: 'Hear your own agent once, then switch it on.',
  },
};
