import { addNote, isSame } from './card-notes.js';
import { ADDRESS_NOT_PROVIDED } from './card-words.js';
import type { CardClass, CardFacts, CardNews } from './lead-card.js';

const WEIGHT: Record<CardClass, number> = { spam: 0, routine: 1, emergency: 2 };

/**
 * The card with the news worked in. Reports come late, twice and half empty (telephony C5, row 81): a later blank never
 * erases an earlier answer, a class only goes down by a person's word, and a booking is never unsaid.
 */
export const mergeCard = (card: CardFacts, news: CardNews): CardFacts => ({
  ...mergedClass(card, news),
  ...mergedCaller(card, news),
  ...mergedIssue(card, news),
  safetyInstructionGiven: said(news.safetyInstructionGiven) ?? card.safetyInstructionGiven,
  notes: addNote(card.notes, said(news.notes)),
  callDurationSeconds: news.callDurationSeconds ?? card.callDurationSeconds,
  appointmentBooked: card.appointmentBooked || news.appointmentBooked === true,
  appointmentAt: news.appointmentAt ?? card.appointmentAt,
});

function mergedClass(
  card: CardFacts,
  news: CardNews,
): Pick<CardFacts, 'classification' | 'priority' | 'classificationReasoning'> {
  const { classification, priority, classificationReasoning } = card;
  const reasoning = said(news.reasoning) ?? classificationReasoning;
  const lowers = WEIGHT[news.classification] < WEIGHT[classification];
  if (lowers && !news.decidedByHuman) return { classification, priority, classificationReasoning };
  return { classification: news.classification, priority: news.priority, classificationReasoning: reasoning };
}

const mergedCaller = (card: CardFacts, news: CardNews) => ({
  callerPhone: news.callerPhone ?? card.callerPhone,
  callerName: known(news.callerName) ?? card.callerName,
  callbackPhone: said(news.callbackPhone) ?? card.callbackPhone,
  address: said(news.address) ?? card.address,
  callerTone: news.callerTone && news.callerTone !== 'neutral' ? news.callerTone : card.callerTone,
});

const mergedIssue = (card: CardFacts, news: CardNews) => ({
  issueSummary: said(news.issueSummary) ?? card.issueSummary,
  issueDetail: said(news.issueDetail) ?? card.issueDetail,
  serviceType: known(news.serviceType) ?? card.serviceType,
});

/** Trimmed text, or null when nobody said anything. */
const said = (text: string | null | undefined): string | null => text?.trim() || null;

/** Like `said`; models write "unknown" where they were told nothing. */
function known<T extends string>(text: T | null | undefined): T | null {
  const trimmed = said(text);
  return trimmed && trimmed.toLowerCase() !== 'unknown' ? (trimmed as T) : null;
}

/**
 * The card at the end of its call (scenario 23): a missing address is said, so that nobody searches for it. Taken back
 * when a late report brings the address after all.
 */
export function finishCard(card: CardFacts): CardFacts {
  if (!card.address) return { ...card, notes: addNote(card.notes, ADDRESS_NOT_PROVIDED) };
  const notes = card.notes?.split('\n').filter((note) => !isSame(note, ADDRESS_NOT_PROVIDED)) ?? [];
  return { ...card, notes: notes.join('\n') || null };
}

/** The fields that differ, or null when the news was nothing new: a repeated report must not look like a change. */
export function changedFacts<Card extends object>(card: Card, next: Partial<Card>): Partial<Card> | null {
  const keys = (Object.keys(next) as (keyof Card)[]).filter((key) => !same(card[key], next[key]));
  return keys.length === 0 ? null : (Object.fromEntries(keys.map((key) => [key, next[key]])) as Partial<Card>);
}

const same = (a: unknown, b: unknown): boolean =>
  a instanceof Date && b instanceof Date ? a.getTime() === b.getTime() : a === b;
