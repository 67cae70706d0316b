import { Switch } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { compliance } from '../../api/agent.js';
import type { Compliance, Config } from '../../api/types.js';
import { Badge } from '../../components/badge.js';
import stack from '../../components/form-stack.module.css';
import { LoadingRows } from '../../components/loading-rows.js';
import { useAccount } from '../../components/use-account.js';

export type ComplianceValues = Pick<Config, 'recordingNotice' | 'aiDisclosure'>;

interface ComplianceFieldsProps {
  value: ComplianceValues;
  change: (value: ComplianceValues) => void;
}

/** What callers must be told, by their state's law, and what the line may text. */
export function ComplianceFields({ value, change }: ComplianceFieldsProps) {
  const { accountId } = useAccount();
  const { data } = useQuery(compliance(accountId));
  if (!data) return <LoadingRows what="the rules of your state" rows={3} />;
  const { recording, disclosure, sms } = data;
  return (
    <div className={stack.stack}>
      <Switch
        label="Tell callers that the call is recorded"
        description={`${recording.why} Callers hear: “${recording.words}”`}
        checked={value.recordingNotice === 'on'}
        disabled={!recording.mayTurnOff && value.recordingNotice === 'on'}
        onChange={(event) => change({ ...value, recordingNotice: event.currentTarget.checked ? 'on' : 'attested_off' })}
      />
      <Switch
        label="Say in the greeting that a virtual assistant answers"
        description={`${disclosure.why} Asked directly, the agent always says so.`}
        checked={disclosure.forced || value.aiDisclosure === 'in_greeting'}
        disabled={disclosure.forced}
        onChange={(event) =>
          change({ ...value, aiDisclosure: event.currentTarget.checked ? 'in_greeting' : 'on_request' })
        }
      />
      <div>
        <p style={{ fontWeight: 500, marginBottom: 4 }}>Texting from your line</p>
        <Badge tone={sms.canText ? 'ok' : 'same_day'}>{SMS[sms.registration]}</Badge>
        <p className={stack.note} style={{ marginTop: 6 }}>
          {sms.why}
        </p>
      </div>
    </div>
  );
}

const SMS: Record<Compliance['sms']['registration'], string> = {
  none: 'Not registered',
  pending: 'Registration pending',
  approved: 'Approved',
  blocked: 'Blocked',
};
