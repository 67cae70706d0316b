import { Button } from '@mantine/core';
import { useResetPolicy } from '../../api/policy.js';
import type { Policy, Trade } from '../../api/types.js';
import { say, sayRefused } from '../../components/say.js';
import { useAccount, useCan } from '../../components/use-account.js';
import classes from './policy-editor.module.css';

/** Back to the PRD's five steps with the simple form's delays; a trade goes back to the account's own ladder. */
export function ResetPolicy({ policy, trade }: { policy: Policy; trade: Trade | null }) {
  const { accountId } = useAccount();
  const mayWrite = useCan('policies.write');
  const reset = useResetPolicy(accountId, trade);
  if (policy.isStandard)
    return <span className={classes.aside}>{trade ? "The account's own ladder" : 'The standard ladder'}</span>;
  if (!mayWrite) return <span className={classes.aside}>Edited by hand</span>;
  return (
    <Button
      variant="default"
      size="compact-sm"
      className={classes.small}
      loading={reset.isPending}
      onClick={() =>
        void reset
          .mutateAsync(policy.version)
          .then(
            () => say(trade ? "The account's own ladder again." : 'The standard ladder again.'),
            sayRefused('The ladder was not changed'),
          )
      }
    >
      {trade ? "Back to the account's ladder" : 'Back to the standard ladder'}
    </Button>
  );
}
