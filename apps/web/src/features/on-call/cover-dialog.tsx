import { Modal } from '@mantine/core';
import type { Schedule } from '../../api/types.js';
import { BusyForm } from './busy-form.js';
import type { CoverAsk } from './cover-ask.js';
import { CoverForm } from './cover-form.js';
import { coverFor } from './gap-ask.js';
import { ShiftActions } from './shift-actions.js';
import { SwapForm } from './swap-form.js';
import { TakeForm } from './take-form.js';
import { TimeOffForm } from './time-off-form.js';

const TITLE: Record<CoverAsk['kind'], string> = {
  take: 'Take the pager',
  cover: 'Somebody covers',
  gap: 'Somebody covers',
  'time-off': 'Time off',
  busy: 'Busy for a while',
  shift: 'This shift',
  swap: 'Swap this shift',
};

interface CoverDialogProps {
  ask: CoverAsk | null;
  close: () => void;
  schedule: Schedule;
  /** Opens another question in the same place. */
  askOn: (ask: CoverAsk) => void;
}

export function CoverDialog(props: CoverDialogProps) {
  const { ask, close } = props;
  return (
    <Modal
      opened={ask !== null}
      onClose={close}
      title={ask && TITLE[ask.kind]}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {ask && <Question {...props} ask={ask} />}
    </Modal>
  );
}

function Question({ ask, close, schedule: { layers }, askOn }: CoverDialogProps & { ask: CoverAsk }) {
  switch (ask.kind) {
    case 'take':
      return <TakeForm done={close} />;
    case 'cover':
      return <CoverForm given={ask} layers={layers} done={close} />;
    case 'gap':
      return <CoverForm given={coverFor(ask.gap, layers)} layers={layers} done={close} />;
    case 'time-off':
      return <TimeOffForm done={close} />;
    case 'busy':
      return <BusyForm done={close} />;
    case 'shift':
      return <ShiftActions shift={ask.shift} askOn={askOn} done={close} />;
    case 'swap':
      return <SwapForm shift={ask.shift} done={close} />;
  }
}
