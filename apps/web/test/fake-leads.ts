import type { Route } from '@playwright/test';
import type { LeadCard } from '../src/api/types.js';
import { json, problem } from './fake-answers.js';

type Cards = Map<string, LeadCard>;

export const waiting = (cards: Cards): number =>
  [...cards.values()].filter((card) => card.callbackStatus === 'not_called' && card.classification === 'routine')
    .length;

const RANKS = ['emergency', 'same_day', 'routine'];

/** As the API's query says it: spam last; whoever waits by urgency, longest first. */
function inOrder(cards: LeadCard[], search: URLSearchParams): LeadCard[] {
  const isWaiting = search.get('order') === 'waiting';
  const rank = ({ classification, priority }: LeadCard): number =>
    classification === 'spam' ? 9 : isWaiting ? RANKS.indexOf(priority) : 0;
  const direction = isWaiting ? 1 : -1;
  return cards.toSorted((a, b) => rank(a) - rank(b) || direction * (Date.parse(a.calledAt) - Date.parse(b.calledAt)));
}

const matches = (card: LeadCard, search: URLSearchParams): boolean =>
  (!search.has('callbackStatus') || card.callbackStatus === search.get('callbackStatus')) &&
  (!search.has('class') || card.classification === search.get('class')) &&
  (!search.has('q') ||
    JSON.stringify(card)
      .toLowerCase()
      .includes((search.get('q') ?? '').toLowerCase()));

/** The cards that a list asks for, as the API's query orders them. */
export const listed = (cards: Cards, search: URLSearchParams): LeadCard[] =>
  inOrder([...cards.values()], search).filter((card) => matches(card, search));

export function changeCard(cards: Cards, route: Route, id: string): Promise<void> {
  const request = route.request();
  const card = cards.get(id);
  if (!card) return problem(route, 404, 'not-found', 'No such card.');
  if (request.headers()['if-match'] !== `"${card.version}"`)
    return problem(route, 412, 'lead-card-changed', 'Somebody else changed this card.');
  const { status, notes } = request.postDataJSON() as { status: LeadCard['callbackStatus']; notes?: string };
  const changed = {
    ...card,
    callbackStatus: status,
    callbackNotes: notes ?? card.callbackNotes,
    version: card.version + 1,
  };
  cards.set(id, changed);
  return json(route, changed);
}
