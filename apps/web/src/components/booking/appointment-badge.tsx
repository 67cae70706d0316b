import { IconCalendarCheck, IconCalendarOff, IconHourglass, type TablerIcon } from '@tabler/icons-react';
import type { AppointmentState, BadgeTone } from '../../api/types.js';
import { Badge } from '../badge.js';
import { STATE_NAME } from './appointment-words.js';

const LOOK: Record<AppointmentState, { tone: BadgeTone; icon: TablerIcon }> = {
  held: { tone: 'same_day', icon: IconHourglass },
  booked: { tone: 'ok', icon: IconCalendarCheck },
  declined: { tone: 'neutral', icon: IconCalendarOff },
  expired: { tone: 'neutral', icon: IconCalendarOff },
  cancelled: { tone: 'neutral', icon: IconCalendarOff },
  moved: { tone: 'neutral', icon: IconCalendarOff },
};

export const AppointmentBadge = ({ state }: { state: AppointmentState }) => (
  <Badge {...LOOK[state]}>{STATE_NAME[state]}</Badge>
);
