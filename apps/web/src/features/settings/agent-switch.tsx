import { Switch } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { agentStatus } from '../../api/agent.js';
import { useSaveConfig } from '../../api/config.js';
import type { AgentStatus, Config } from '../../api/types.js';
import { Badge } from '../../components/badge.js';
import { afterConfirming, type Confirmation } from '../../components/confirmation.js';
import { phoneInWords } from '../../components/phone-link.js';
import { say, sayRefused } from '../../components/say.js';
import { useAccount, useCan } from '../../components/use-account.js';
import classes from './settings-page.module.css';

const OFF = 'After-hours agent is off. Every call rings through to your business line.';

/** The large switch of PRD VTCR 1.1. It acts at once; everything below it waits for Save. */
export function AgentSwitch({ config }: { config: Config }) {
  const { accountId } = useAccount();
  const mayWrite = useCan('config.write');
  const { data: status } = useQuery(agentStatus(accountId));
  const { mutate, isPending } = useSaveConfig(accountId);
  const set = (isActive: boolean): void =>
    mutate(
      { version: config.version, change: { isActive } },
      {
        onSuccess: () => say(isActive ? (status?.liveMessage ?? '') : OFF),
        onError: sayRefused('The agent was not switched'),
      },
    );
  const turn = (isActive: boolean): void =>
    isActive ? set(true) : afterConfirming(turningOff(config), () => set(false));
  const isLocked = !config.isActive && status?.canActivate !== true;
  return (
    <section className={classes.switchCard}>
      <div>
        <h2 className={classes.switchTitle}>After-Hours AI Voice Agent</h2>
        {status && <Standing status={status} isLocked={isLocked} />}
      </div>
      <Switch
        size="xl"
        aria-label="After-Hours AI Voice Agent"
        checked={config.isActive}
        disabled={!mayWrite || isPending || isLocked}
        onChange={(event) => turn(event.currentTarget.checked)}
      />
    </section>
  );
}

/** One slip of a thumb must not leave a night without an agent. */
const turningOff = ({ businessNumber }: Config): Confirmation => ({
  title: 'Turn the agent off?',
  consequences: [
    `From now on every call, at night too, rings ${businessNumber ? phoneInWords(businessNumber) : 'your business line'}.`,
    'Nobody is paged about an emergency that nobody picks up. You can turn the agent on again at any time.',
  ],
  action: 'Turn it off',
});

function Standing({ status, isLocked }: { status: AgentStatus; isLocked: boolean }) {
  const { accountId } = useAccount();
  const mayOpen = useCan('onboarding.read');
  return (
    <>
      <p className={classes.switchText}>
        {isLocked
          ? (status.message ?? 'Complete setup to activate your after-hours agent.')
          : 'Answers outside your office hours, tells an emergency from a routine call, and reaches your on-call technician.'}
        {isLocked && mayOpen && (
          <>
            {' '}
            <Link to="/a/$accountId/set-up" params={{ accountId }} search={{}}>
              Go on with the set-up
            </Link>
          </>
        )}
      </p>
      <Badge tone={status.badge.tone === 'green' ? 'ok' : 'neutral'} whole>
        {status.badge.text}
      </Badge>
      {status.assistant.state !== 'none' && (
        <p className={classes.published} role="status">
          {status.assistant.says}
        </p>
      )}
    </>
  );
}
