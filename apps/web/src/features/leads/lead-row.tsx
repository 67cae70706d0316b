import { cardLook } from '@domain/lead-card/card-look';
import { Link } from '@tanstack/react-router';
import type { LeadCard } from '../../api/types.js';
import { CardBadge } from '../../components/badge.js';
import { CallbackMark } from '../../components/callback-status.js';
import { phoneInWords } from '../../components/phone-link.js';
import { When } from '../../components/when.js';
import { serviceName } from '../../components/words.js';
import classes from './leads-page.module.css';

/** Emergencies stay loud until somebody has called; worked cards step back (PRD VTCR 4.1). */
export function LeadRow({ card, open }: { card: LeadCard; open: boolean }) {
  const { dimmed, collapsed } = cardLook(card);
  return (
    <li className={classes.item} data-dimmed={dimmed || undefined} data-collapsed={collapsed || undefined}>
      <Link
        from="/a/$accountId/leads"
        search={(search) => ({ ...search, card: card.id })}
        resetScroll={false}
        className={classes.row}
        data-row={card.id}
        data-open={open || undefined}
      >
        <span className={classes.badgeCell}>
          <CardBadge card={card} quiet={card.callbackStatus !== 'not_called'} />
        </span>
        <span className={classes.who}>
          <span className={classes.name}>{card.callerName}</span>
          <span className={classes.sub}>{phoneInWords(card.callbackPhone ?? card.callerPhone)}</span>
        </span>
        <span className={classes.issue}>{card.issueSummary}</span>
        <span className={classes.service}>{serviceName(card.serviceType)}</span>
        <span className={classes.time}>
          <When at={card.calledAt} as="ago" />
          <span className={classes.sub}>
            <When at={card.calledAt} as="weekday" />
          </span>
        </span>
        <span className={classes.statusCell}>
          <CallbackMark status={card.callbackStatus} short />
        </span>
      </Link>
    </li>
  );
}
