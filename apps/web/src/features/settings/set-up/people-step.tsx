import { Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { onCall, useSaveOnCall, type RosterDraft } from '../../../api/on-call.js';
import { isRefusal } from '../../../api/problem.js';
import type { OnCall } from '../../../api/types.js';
import stack from '../../../components/form-stack.module.css';
import { LoadingRows } from '../../../components/loading-rows.js';
import { say, sayRefused } from '../../../components/say.js';
import { useAccount } from '../../../components/use-account.js';
import { dialled, isPhone, shownPhone } from './phone-entry.js';
import { PhoneProof } from './phone-proof.js';
import type { StepProps } from './step-props.js';

export function PeopleStep({ config, next, step }: StepProps) {
  const { accountId } = useAccount();
  const { data, error, isPending } = useQuery(onCall(accountId));
  if (isPending) return <LoadingRows what="the people" rows={4} />;
  // Before the first save there is no roster to be read, and the API says so.
  const roster = error && isRefusal(error) ? null : (data ?? null);
  return (
    <div className={stack.stack}>
      {!roster?.hasLayers && <RosterFields key={roster?.version ?? 0} roster={roster} ownerName={config.ownerName} />}
      {roster && <Proofs roster={roster} />}
      <div className={stack.end}>
        <Button
          variant="default"
          renderRoot={(props) => <Link to="/a/$accountId/on-call" params={{ accountId }} search={{}} {...props} />}
        >
          Rotations, backup and timing
        </Button>
        <Button disabled={step.state !== 'done'} onClick={next}>
          Continue
        </Button>
      </div>
    </div>
  );
}

function Proofs({ roster: { primary, owner } }: { roster: OnCall }) {
  const people = primary.id === owner.id ? [primary] : [primary, owner];
  return (
    <ul className={stack.list}>
      {people.map((contact) => (
        <PhoneProof key={contact.id} contact={contact} />
      ))}
    </ul>
  );
}

/** PRD VTCR 1.2's defaults: pages at once, dials after a minute, backup at ten, owner at twenty. */
const TIMING = {
  warmTransferEnabled: true,
  warmTransferTimeoutSeconds: 30,
  smsOncallDelaySeconds: 0,
  autoDialDelaySeconds: 60,
  backupDelaySeconds: 600,
  ownerDelaySeconds: 1200,
};

interface Entered {
  name: string;
  phone: string;
  ownerName: string;
  ownerPhone: string;
}

const needed = (what: string) => (value: string) => (value.trim() ? null : what);
const phone = (value: string) => (isPhone(value) ? null : 'Write ten digits, such as (312) 555-0182');

function RosterFields({ roster, ownerName }: { roster: OnCall | null; ownerName: string }) {
  const { accountId } = useAccount();
  const client = useQueryClient();
  const { mutateAsync, isPending } = useSaveOnCall(accountId);
  const form = useForm<Entered>({
    initialValues: {
      name: roster?.primary.name ?? '',
      phone: shownPhone(roster?.primary.phone ?? null),
      ownerName: roster?.owner.name ?? ownerName,
      ownerPhone: shownPhone(roster?.owner.phone ?? null),
    },
    validate: {
      name: needed('Write a name'),
      phone,
      ownerName: needed('Write a name'),
      ownerPhone: phone,
    },
  });
  const save = (entered: Entered): void =>
    // A promise, for the new version draws new fields, and what `mutate` is given dies with the old ones.
    void mutateAsync(draftOf(entered, roster)).then(() => {
      say('Saved. Now let each phone prove itself.');
      void client.invalidateQueries({ queryKey: [accountId, 'onboarding'] });
    }, sayRefused('The people were not saved'));
  return (
    <form className={stack.stack} onSubmit={form.onSubmit(save)} noValidate>
      <div className={stack.row} style={{ alignItems: 'flex-start' }}>
        <TextInput
          label="Primary On-Call"
          placeholder="Mike T."
          w={220}
          maxLength={80}
          {...form.getInputProps('name')}
        />
        <TextInput
          label="Phone of the primary"
          type="tel"
          placeholder="(312) 555-0182"
          w={220}
          {...form.getInputProps('phone')}
        />
      </div>
      <div className={stack.row} style={{ alignItems: 'flex-start' }}>
        <TextInput label="Owner (Final Escalation)" w={220} maxLength={80} {...form.getInputProps('ownerName')} />
        <TextInput label="Phone of the owner" type="tel" w={220} {...form.getInputProps('ownerPhone')} />
      </div>
      <div>
        <Button type="submit" variant="default" loading={isPending}>
          Save people
        </Button>
      </div>
    </form>
  );
}

function draftOf(entered: Entered, roster: OnCall | null): RosterDraft {
  const { warmTransferEnabled, warmTransferTimeoutSeconds, smsOncallDelaySeconds } = roster ?? TIMING;
  const { autoDialDelaySeconds, backupDelaySeconds, ownerDelaySeconds } = roster ?? TIMING;
  const person = (name: string, number: string, known?: OnCall['owner']) => ({
    name: name.trim(),
    phone: dialled(number),
    ...(known?.phone === dialled(number) ? { id: known.id } : {}),
  });
  const { backup } = roster ?? { backup: null };
  return {
    version: roster?.version ?? 0,
    primary: person(entered.name, entered.phone, roster?.primary),
    owner: person(entered.ownerName, entered.ownerPhone, roster?.owner),
    backup: backup && { id: backup.id, name: backup.name, phone: backup.phone },
    warmTransferEnabled,
    warmTransferTimeoutSeconds,
    smsOncallDelaySeconds,
    autoDialDelaySeconds,
    backupDelaySeconds,
    ownerDelaySeconds,
  };
}
