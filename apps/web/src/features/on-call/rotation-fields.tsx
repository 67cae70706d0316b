import { NumberInput, Select, TextInput } from '@mantine/core';
import { serverNow } from '../../api/server-clock.js';
import type { Layer } from '../../api/types.js';
import { localInput } from '../../components/times.js';
import { useAccount } from '../../components/use-account.js';
import classes from './layers-editor.module.css';

type Rotation = NonNullable<Layer['rotation']>;

const UNITS = [
  { value: 'none', label: 'Never: the first always has it' },
  { value: 'week', label: 'By weeks' },
  { value: 'day', label: 'By days' },
  { value: 'hour', label: 'By hours' },
] as const;

const MANY: Record<Rotation['unit'], string> = { hour: ' hours', day: ' days', week: ' weeks' };
const ONE: Record<Rotation['unit'], string> = { hour: ' hour', day: ' day', week: ' week' };

interface RotationFieldsProps {
  rotation: Layer['rotation'];
  change: (rotation: Layer['rotation']) => void;
}

/** When the pager goes to the next person. The hand-off is meant on the account's clocks, also when those move. */
export function RotationFields({ rotation, change }: RotationFieldsProps) {
  const { timeZone } = useAccount();
  const today = localInput(timeZone, serverNow()).slice(0, 10);
  const choose = (value: string | null): void => {
    const unit = UNITS.find((one) => one.value === value)?.value ?? 'none';
    const begun = rotation ?? { startsOn: today, handOff: '17:00', every: 1 };
    change(unit === 'none' ? null : { ...begun, unit });
  };
  return (
    <div className={classes.fields}>
      <Select
        label="Turns change"
        data={[...UNITS]}
        allowDeselect={false}
        value={rotation?.unit ?? 'none'}
        onChange={choose}
      />
      {rotation && <Turning rotation={rotation} change={change} />}
    </div>
  );
}

function Turning({ rotation, change }: { rotation: Rotation; change: (rotation: Rotation) => void }) {
  return (
    <>
      <NumberInput
        label="Every"
        min={1}
        max={52}
        suffix={(rotation.every === 1 ? ONE : MANY)[rotation.unit]}
        value={rotation.every}
        onChange={(every) => change({ ...rotation, every: Number(every) })}
      />
      <TextInput
        type="date"
        label="First turn starts on"
        value={rotation.startsOn}
        onChange={({ currentTarget }) => currentTarget.value && change({ ...rotation, startsOn: currentTarget.value })}
      />
      <TextInput
        type="time"
        label="Hand-off at"
        value={rotation.handOff}
        onChange={({ currentTarget }) => currentTarget.value && change({ ...rotation, handOff: currentTarget.value })}
      />
    </>
  );
}
