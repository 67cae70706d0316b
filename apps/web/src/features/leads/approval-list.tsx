import { IconCalendarCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { heldAppointments } from '../../api/booking.js';
import { AppointmentDialogs } from '../../components/booking/appointment-dialogs.js';
import { useAppointmentWork } from '../../components/booking/use-appointment-work.js';
import { Empty } from '../../components/empty.js';
import { useShortcuts, type Shortcut } from '../../components/keyboard.js';
import { ListStates } from '../../components/list-states.js';
import { currentRowId, useRowKeys } from '../../components/rows.js';
import { useAccount } from '../../components/use-account.js';
import { ApprovalItem, rowOf } from './approval-item.js';
import classes from './approvals.module.css';

/** Windows the agent has promised and nobody has confirmed yet (decision 13, mode 2). */
export function ApprovalList({ openCard }: { openCard: string | undefined }) {
  const { accountId } = useAccount();
  const list = useQuery(heldAppointments(accountId));
  const held = list.data ?? [];
  const work = useAppointmentWork();
  useRowKeys(openCard !== undefined);
  const key = (keys: string, does: string, act: (one: (typeof held)[number]) => void): Shortcut => ({
    keys,
    does,
    run: () => {
      const row = openCard ?? currentRowId();
      const one = held.find((candidate) => rowOf(candidate) === row);
      if (one) act(one);
    },
  });
  useShortcuts(
    work.mayDecide
      ? [
          key('a', 'Approve', work.approve),
          key('t', 'Change time', (appointment) => work.ask({ kind: 'approve', appointment })),
          key('d', 'Decline, call back', work.decline),
        ]
      : [],
  );
  return (
    <>
      <div className="nd-card">
        <ListStates query={list} what="The approvals" isEmpty={held.length === 0} empty={<NothingWaits />}>
          <ul aria-label="Waiting for approval">
            {held.map((one) => (
              <ApprovalItem key={one.id} held={one} open={rowOf(one) === openCard} work={work} />
            ))}
          </ul>
        </ListStates>
      </div>
      {held.length > 0 && work.mayDecide && <KeyHint />}
      <AppointmentDialogs work={work} />
    </>
  );
}

const NothingWaits = () => (
  <Empty icon={IconCalendarCheck} title="Nothing waits for you">
    When the agent holds a time for a caller, it appears here with everything needed to say yes.
  </Empty>
);

const KeyHint = () => (
  <p className={classes.hint}>
    <kbd className="nd-key">J</kbd> <kbd className="nd-key">K</kbd> walk · <kbd className="nd-key">A</kbd> approve ·{' '}
    <kbd className="nd-key">T</kbd> change time · <kbd className="nd-key">D</kbd> decline ·{' '}
    <kbd className="nd-key">?</kbd> all shortcuts
  </p>
);
