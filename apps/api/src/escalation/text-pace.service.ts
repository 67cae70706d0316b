import { callHold, textPace, type Hold, type TextUrgency } from '@domain/escalation/pace';
import { joinedTexts } from '@domain/escalation/fitted-text';
import { MOST_BUNDLED, stormText } from '@domain/escalation/storm-texts';
import { Injectable } from '@nestjs/common';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { In } from 'typeorm';
import { bodyOf, type Reader } from './alert-body.js';
import { Alert } from './alert.entity.js';
import type { LockedAlert, Standing } from './alert.queries.js';
import { factsOf } from './incident-facts.js';
import { Incident } from './incident.entity.js';
import { waitingNews, waitingPages } from './pace.queries.js';

/** An alert whose time has come. */
export interface DueAlert extends LockedAlert {
  standing: Standing;
  /** When `now` was asked for, in this process's monotonic time. */
  begunAt: number;
}

/** What goes out now, or when it may. `carries`: alerts whose codes travel in this text. */
export type PacedText =
  { kind: 'send'; body: string; isPaced: boolean; carries: string[] } | { kind: 'wait'; hold: Hold };

/** Keeps to what a person and their carrier bear, and gathers what waits into one text (issue 4 item 5). */
@Injectable()
export class TextPaceService {
  /** The caller holds the person's turn (`takeTurnsOver`). */
  async text(tx: AccountTx, due: DueAlert): Promise<PacedText> {
    const { alert, incident, now } = due;
    if (isAnswer(alert))
      return { kind: 'send', body: bodyOf(alert, incident, now, plainly(due)), isPaced: false, carries: [] };
    const urgency: TextUrgency = alert.stopsWithLadder && due.standing.isFirstText ? 'first' : 'more';
    const alone = textPace({ urgency, ...sentTo(due), waiting: 1 }, now);
    if (alone.kind === 'wait') return alone;
    return alert.stopsWithLadder ? this.page(tx, due, urgency) : this.news(tx, due);
  }

  /** What one more call to this person waits for; the first word of an emergency, and a question, are never held back. */
  callHold({ alert, standing, now }: DueAlert): Hold | null {
    return standing.isFirstWord || isAnswer(alert) ? null : callHold(standing.calls, now);
  }

  private async page(tx: AccountTx, due: DueAlert, urgency: 'first' | 'more'): Promise<PacedText> {
    const { alert, incident, now, standing } = due;
    const body = bodyOf(alert, incident, now, standing);
    const own = { kind: 'send', body, isPaced: true, carries: [] } as const;
    if (incident.isDrill || !standing.othersWait) return { ...own, carries: [] };
    const others = await waitingPages(tx, alert, { first: urgency === 'first', now, limit: MOST_BUNDLED - 1 });
    if (textPace({ urgency, ...sentTo(due), waiting: others.length + 1 }, now).kind !== 'bundle')
      return { ...own, carries: [] };
    const incidents = await tx.find(
      Incident,
      { id: In(others.map((other) => other.incidentId)) },
      { openedAt: 'ASC', id: 'ASC' },
    );
    return {
      ...own,
      body: stormText(byAge([incident, ...incidents]).map((each) => factsOf(each, standing.language))),
      carries: others.map(({ id }) => id),
    };
  }

  private async news(tx: AccountTx, due: DueAlert): Promise<PacedText> {
    const { alert, incident, now } = due;
    const waiting = await waitingNews(tx, alert, now);
    const bodies = [bodyOf(alert, incident, now, plainly(due))];
    for (const other of waiting) bodies.push(await this.bodyOfOther(tx, other, due));
    const { text, count } = joinedTexts(bodies);
    return { kind: 'send', body: text, isPaced: true, carries: waiting.slice(0, count - 1).map(({ id }) => id) };
  }

  private async bodyOfOther(tx: AccountTx, other: { id: string; incidentId: string }, due: DueAlert): Promise<string> {
    const alert = await tx.findOne(Alert, { id: other.id });
    const incident = await tx.findOne(Incident, { id: other.incidentId });
    return alert && incident ? bodyOf(alert, incident, due.now, plainly(due)) : '';
  }
}

/** News does not explain why somebody busy gets it. */
const plainly = ({ standing }: DueAlert): Reader => ({ language: standing.language, busyUntil: null });

const sentTo = ({ standing }: DueAlert) => ({ sent: standing.texts, pages: standing.pages });

const byAge = (incidents: Incident[]): Incident[] =>
  incidents.toSorted((a, b) => a.openedAt.getTime() - b.openedAt.getTime() || a.id.localeCompare(b.id));

/** "Did you reach …?" as well: its silence has consequences, so it must not wait. */
const isAnswer = (alert: Alert): boolean => alert.isAnswer || alert.escalationStep === 'watchdog';
