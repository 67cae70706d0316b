import { cardLook } from '@domain/lead-card/card-look';
import {
  IconAlertTriangleFilled,
  IconCalendarCheck,
  IconCircleCheckFilled,
  IconCircleDot,
  IconClockHour4,
  IconMessageCircle,
  IconShieldOff,
  type TablerIcon,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { BadgeTone, CallClass, LeadCard } from '../api/types.js';
import classes from './badge.module.css';

const ICON: Record<BadgeTone, TablerIcon> = {
  emergency: IconAlertTriangleFilled,
  same_day: IconClockHour4,
  routine: IconMessageCircle,
  spam: IconShieldOff,
  ok: IconCircleCheckFilled,
  neutral: IconCircleDot,
};

interface BadgeProps {
  tone: BadgeTone;
  /** Emergencies are solid where they must be found at a glance, and quiet once somebody has them. */
  quiet?: boolean;
  icon?: TablerIcon;
  /** A sentence that must be read to its end: over two lines where it has to be. */
  whole?: boolean;
  children: ReactNode;
}

/** Always an icon and a word: colour alone says nothing to one in twelve men. */
export function Badge({ tone, quiet = false, icon, whole = false, children }: BadgeProps) {
  const Icon = icon ?? ICON[tone];
  return (
    <span className={classes.badge} data-tone={tone} data-quiet={quiet || undefined} data-whole={whole || undefined}>
      <Icon size={12} stroke={2} aria-hidden />
      <span className={classes.word}>{children}</span>
    </span>
  );
}

const CLASS_WORD: Record<CallClass, string> = {
  emergency: 'EMERGENCY',
  routine: 'ROUTINE',
  spam: 'SPAM',
  ambiguous: 'UNDECIDED',
};

/** A card's badge: the domain says the words and the colour. */
export function CardBadge({ card, quiet }: { card: LeadCard; quiet?: boolean }) {
  const { text, tone } = cardLook(card).badge;
  return (
    <Badge tone={tone} quiet={quiet}>
      {text}
    </Badge>
  );
}

/** The class that somebody decided on during a call. */
export function ClassBadge({ of, quiet }: { of: CallClass; quiet?: boolean }) {
  return (
    <Badge tone={of === 'ambiguous' ? 'neutral' : of} quiet={quiet}>
      {CLASS_WORD[of]}
    </Badge>
  );
}

export function BookedBadge({ children }: { children: ReactNode }) {
  return (
    <Badge tone="ok" icon={IconCalendarCheck}>
      {children}
    </Badge>
  );
}
