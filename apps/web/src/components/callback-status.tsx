import { Select } from '@mantine/core';
import {
  IconCheck,
  IconCircleCheckFilled,
  IconCircleDashed,
  IconMinus,
  IconPhoneOff,
  IconRotateClockwise,
  type TablerIcon,
} from '@tabler/icons-react';
import type { CallbackStatus } from '../api/types.js';
import classes from './callback-status.module.css';
import { CALLBACK, CALLBACK_SHORT } from './words.js';

const ICON: Record<CallbackStatus, TablerIcon> = {
  not_called: IconCircleDashed,
  called_booked: IconCircleCheckFilled,
  called_no_answer: IconRotateClockwise,
  called_not_interested: IconPhoneOff,
  resolved: IconCheck,
  no_callback_needed: IconMinus,
};

/** PRD VTCR 4.1: booked has a green check, no answer an orange retry. */
export function CallbackMark({ status, short = false }: { status: CallbackStatus; short?: boolean }) {
  const Icon = ICON[status];
  return (
    <span className={classes.mark} data-status={status}>
      <Icon size={15} stroke={2} aria-hidden />
      <span>{short ? CALLBACK_SHORT[status] : CALLBACK[status]}</span>
    </span>
  );
}

const OPTIONS = (Object.keys(CALLBACK) as CallbackStatus[]).map((value) => ({ value, label: CALLBACK[value] }));

interface CallbackSelectProps {
  status: CallbackStatus;
  disabled?: boolean;
  change: (status: CallbackStatus) => void;
}

export function CallbackSelect({ status, disabled, change }: CallbackSelectProps) {
  const Icon = ICON[status];
  return (
    <Select
      aria-label="Callback status"
      data={OPTIONS}
      value={status}
      disabled={disabled}
      w={220}
      maw="100%"
      leftSection={<Icon size={16} stroke={2} className={classes.icon} data-status={status} aria-hidden />}
      renderOption={({ option }) => <CallbackMark status={option.value as CallbackStatus} />}
      onChange={(value) => value && change(value as CallbackStatus)}
    />
  );
}
