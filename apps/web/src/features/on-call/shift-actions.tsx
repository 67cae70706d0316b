import { Button } from '@mantine/core';
import { useEndOverride } from '../../api/schedule.js';
import type { Shift } from '../../api/types.js';
import { say, sayRefused } from '../../components/say.js';
import { useAccount, useCan } from '../../components/use-account.js';
import type { CoverAsk } from './cover-ask.js';
import classes from './on-call-page.module.css';
import { spanWords } from './span-words.js';

interface ShiftActionsProps {
  shift: Shift;
  askOn: (ask: CoverAsk) => void;
  done: () => void;
}

export function ShiftActions({ shift, askOn, done }: ShiftActionsProps) {
  const { accountId, timeZone } = useAccount();
  const mayWrite = useCan('on_call.write');
  const end = useEndOverride(accountId);
  const { contactId, layerId, startsAt, endsAt, overrideId } = shift;
  const cover = { kind: 'cover', startsAt, endsAt, outContactId: contactId, layerId } as const;
  const endOverride = (id: string): void =>
    end.mutate(id, {
      onSuccess: () => (done(), say('Ended. The plan goes on as it was.')),
      onError: sayRefused('Nothing was changed'),
    });
  return (
    <div className={classes.dialog}>
      <p>
        <strong>{shift.personName}</strong>, {shift.layerName}
        <br />
        {spanWords(timeZone, startsAt, endsAt)}
        <br />
        <span className="nd-muted">{shift.reasonWords}</span>
      </p>
      {mayWrite && (
        <div className={classes.dialogButtons}>
          {overrideId && (
            <Button variant="default" loading={end.isPending} onClick={() => endOverride(overrideId)}>
              End this change
            </Button>
          )}
          <Button variant="default" onClick={() => askOn(cover)}>
            Somebody covers
          </Button>
          <Button onClick={() => askOn({ kind: 'swap', shift })}>Swap</Button>
        </div>
      )}
    </div>
  );
}
