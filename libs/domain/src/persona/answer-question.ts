import { weeklyPhrase } from '@domain/hours/hours-wording';
import type { OfficeHours } from '@domain/hours/hours.types';
import { assess } from '@domain/triage/assess';
import { likeness, wordsOf } from './likeness.js';
import { plainText } from './merge-fields.js';
import { safetyLineFor } from './safety-lines.js';

/** What the agent has been told about the business. */
export interface Knowledge {
  businessName: string;
  ownerName: string;
  faq: { question: string; answer: string }[];
  services: string[];
  serviceArea: string;
  hours: OfficeHours;
}

export type AnswerSource =
  /** `index` into the FAQ list. */
  | { kind: 'faq'; index: number; question: string }
  | { kind: 'hours' | 'services' | 'area' }
  /** Platform rules that stand above everything a contractor writes. */
  | { kind: 'safety' | 'identity' | 'pricing' }
  | { kind: 'none' };

export interface AgentAnswer {
  says: string;
  source: AnswerSource;
  /** In words, for the page. */
  because: string;
}

/** Below this an entry is about something else. */
const CLOSE_ENOUGH = 0.5;
const PRICE = /\b(how much|prices?|pricing|costs?|charge|rates?|fees?|quote|estimate|ballpark|dollars?)\b/i;
const IDENTITY =
  /\b(are you|is this|am i talking to|talking to)\b.{0,20}\b(robot|ai|bot|computer|machine|real person|human|automated)\b/i;
const HOURS = /\b(hours|open|opens|close|closes|closed|opening|weekends?)\b/i;
const AREA = /\b(service area|which areas?|what areas?|do you (serve|cover|come (out )?to)|far out)\b/i;
const SERVICES =
  /\b(do you (do|offer|fix|repair|install|service|handle|work on)|what services|which services|can you (fix|repair|install))\b/i;

/**
 * What the agent would answer to a caller's question, and from where ("test a question", VTCR 1.3). The order is the prompt's:
 * danger, the truth about itself, the contractor's own answers, no prices, then the facts of the business. Deterministic.
 */
export function answerQuestion(question: string, knowledge: Knowledge): AgentAnswer {
  return (
    safetyAnswer(question) ??
    identityAnswer(question, knowledge) ??
    priceAnswer(question, knowledge) ??
    faqAnswer(question, knowledge) ??
    factAnswer(question, knowledge) ??
    nothingKnown(knowledge)
  );
}

/** A danger that the written rules name in these very words: what was learned from whole calls judges no single question. */
function safetyAnswer(question: string): AgentAnswer | null {
  const { safetyInstruction, category, evidence } = assess([{ role: 'caller', text: question }]);
  const isNamed = evidence.some(
    ({ turn, favours, rule }) => turn >= 0 && favours === 'emergency' && !rule.startsWith('learned'),
  );
  const line = isNamed && safetyInstruction !== 'none' ? safetyLineFor(safetyInstruction, category) : null;
  if (!line) return null;
  return { says: line.english, source: { kind: 'safety' }, because: 'A danger comes before every other answer.' };
}

function identityAnswer(question: string, { businessName }: Knowledge): AgentAnswer | null {
  if (!IDENTITY.test(question)) return null;
  return {
    says: `Yes, I'm an automated assistant for ${businessName}; I help handle calls when the office is closed. How can I help?`,
    source: { kind: 'identity' },
    because: 'The agent always tells the truth about itself.',
  };
}

function priceAnswer(question: string, { ownerName }: Knowledge): AgentAnswer | null {
  if (!PRICE.test(question)) return null;
  return {
    says: `Pricing depends on the specifics. Let me get your info so ${ownerName} can give you an exact number.`,
    source: { kind: 'pricing' },
    because: 'The agent never quotes prices on the phone, not even ones among your answers.',
  };
}

function faqAnswer(question: string, { faq }: Knowledge): AgentAnswer | null {
  const scored = faq.map((entry, index) => ({ index, entry, score: likeness(question, entry.question) }));
  const [best] = scored.sort((one, other) => other.score - one.score || one.index - other.index);
  if (!best || best.score < CLOSE_ENOUGH) return null;
  const { index, entry } = best;
  return {
    says: plainText(entry.answer),
    source: { kind: 'faq', index, question: entry.question },
    because: `From your answer to "${entry.question}".`,
  };
}

function factAnswer(question: string, knowledge: Knowledge): AgentAnswer | null {
  const service = knowledge.services.find((each) => mentions(question, each));
  if (service && SERVICES.test(question))
    return fact(
      'services',
      `Yes, we do: ${service}. Can I get your name?`,
      `"${service}" is among the services offered.`,
    );
  if (AREA.test(question) && knowledge.serviceArea)
    return fact('area', `We serve ${knowledge.serviceArea}.`, 'From the service area.');
  if (HOURS.test(question))
    return fact('hours', `Our hours are ${weeklyPhrase(knowledge.hours)}.`, 'From the weekly hours.');
  return null;
}

const fact = (kind: 'services' | 'area' | 'hours', says: string, because: string): AgentAnswer => ({
  says,
  source: { kind },
  because,
});

const nothingKnown = ({ ownerName }: Knowledge): AgentAnswer => ({
  says: `I don't have that in front of me. Let me take your name and number so ${ownerName} can get back to you.`,
  source: { kind: 'none' },
  because: 'Nothing you have written answers this, so the agent would take a message.',
});

/** Every word that matters in the service's name is in the question. */
function mentions(question: string, service: string): boolean {
  const asked = new Set(wordsOf(question));
  const named = wordsOf(service);
  return named.length > 0 && named.some((word) => asked.has(word));
}
