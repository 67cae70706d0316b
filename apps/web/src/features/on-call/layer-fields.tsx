import { Button, Checkbox, NumberInput, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Trade } from '../../api/types.js';
import { PageCard } from '../../components/page-frame.js';
import { TRADES } from './ladder-tab.js';
import { leadsOf, reorder, zipsIn, type DraftLayer } from './layer-draft.js';
import classes from './layers-editor.module.css';
import { PeopleInOrder } from './people-in-order.js';
import { RotationFields } from './rotation-fields.js';
import { WindowFields } from './window-fields.js';

interface LayerFieldsProps {
  layer: DraftLayer;
  change: (layer: DraftLayer) => void;
  remove: (() => void) | null;
}

const HOLIDAYS = [
  { value: 'normal', label: 'Like any other day' },
  { value: 'skip', label: 'Not on holidays' },
  { value: 'only', label: 'On holidays only' },
] as const;

/** One layer: who takes turns, when they change, and for what. */
export function LayerFields({ layer, change, remove }: LayerFieldsProps) {
  const set = (part: Partial<DraftLayer>): void => change({ ...layer, ...part });
  return (
    <PageCard title={layer.name || 'A layer without a name'} aside={<Remove name={layer.name} remove={remove} />}>
      <div className={classes.layer} role="group" aria-label={layer.name || 'A layer without a name'}>
        <div className={classes.fields}>
          <TextInput
            label="Name"
            maxLength={60}
            value={layer.name}
            onChange={({ currentTarget }) => set({ name: currentTarget.value })}
          />
          <NumberInput
            label="Rank"
            description="1 is paged first."
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            min={1}
            max={9}
            value={layer.rank}
            onChange={(rank) => set({ rank: Number(rank) })}
          />
        </div>
        <PeopleInOrder
          label="Who takes turns, in this order"
          people={leadsOf(layer.turns)}
          change={(leads) => set({ turns: reorder(layer.turns, leads) })}
        />
        <RotationFields rotation={layer.rotation} change={(rotation) => set({ rotation })} />
        <ForWhat layer={layer} set={set} />
        <WindowFields windows={layer.windows} change={(windows) => set({ windows })} />
        <Select
          label="Holidays"
          data={[...HOLIDAYS]}
          allowDeselect={false}
          value={layer.holidays}
          onChange={(value) => set({ holidays: HOLIDAYS.find((one) => one.value === value)?.value ?? 'normal' })}
        />
      </div>
    </PageCard>
  );
}

function Remove({ name, remove }: { name: string; remove: (() => void) | null }) {
  if (!remove) return null;
  return (
    <Button
      variant="default"
      size="compact-sm"
      className={classes.small}
      aria-label={`Remove ${name}`}
      onClick={remove}
    >
      Remove
    </Button>
  );
}

function ForWhat({ layer, set }: { layer: DraftLayer; set: (part: Partial<DraftLayer>) => void }) {
  const [zips, setZips] = useState(layer.zips.join(', '));
  return (
    <div className={classes.fields}>
      <Checkbox.Group
        label="Trades"
        description="None chosen: every trade."
        value={layer.trades}
        onChange={(trades) => set({ trades: trades as Trade[] })}
      >
        <div className={classes.choices}>
          {TRADES.map((trade) => (
            <Checkbox key={trade.value} value={trade.value} label={trade.label} />
          ))}
        </div>
      </Checkbox.Group>
      <TextInput
        label="ZIP codes"
        description={layer.zips.length === 0 ? 'Empty: everywhere.' : `${layer.zips.length} in all.`}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        placeholder="60601, 60614"
        value={zips}
        onChange={({ currentTarget }) => {
          setZips(currentTarget.value);
          set({ zips: zipsIn(currentTarget.value) });
        }}
      />
    </div>
  );
}
