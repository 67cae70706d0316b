import { Button } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { serverNow } from '../../api/server-clock.js';
import { isStale } from '../../api/problem.js';
import type { Config, Version } from '../../api/types.js';
import { useRestoreVersion, versionDiff, versions } from '../../api/versions.js';
import { Badge } from '../../components/badge.js';
import { afterConfirming, type Confirmation } from '../../components/confirmation.js';
import stack from '../../components/form-stack.module.css';
import { ListStates, More } from '../../components/list-states.js';
import { PageCard } from '../../components/page-frame.js';
import { say, sayRefused } from '../../components/say.js';
import { weekdayTime } from '../../components/times.js';
import { useAccount, useCan } from '../../components/use-account.js';
import { DiffLines } from './diff-lines.js';
import { fieldName } from './field-names.js';
import { SettingsFrame } from './settings-frame.js';

/** Every save is a version: who, when, what changed, and the way back. */
export const VersionsPage = () => (
  <SettingsFrame
    title="Versions"
    about="Every save, who made it and what it changed. Rolling back makes a new version."
  >
    {(config) => <VersionList config={config} />}
  </SettingsFrame>
);

function VersionList({ config }: { config: Config }) {
  const { accountId } = useAccount();
  const query = useInfiniteQuery(versions(accountId));
  const all = query.data?.pages.flatMap(({ data }) => data) ?? [];
  return (
    <PageCard title="History" flush>
      <ListStates
        query={query}
        what="The versions"
        rows={5}
        isEmpty={all.length === 0}
        empty={<p className={stack.item}>Nothing was saved yet.</p>}
      >
        <ul className={stack.list}>
          {all.map((version, index) => (
            <VersionItem key={version.number} {...{ version, config }} isNewest={index === 0} />
          ))}
        </ul>
        <More query={query}>Older versions</More>
      </ListStates>
    </PageCard>
  );
}

interface VersionItemProps {
  version: Version;
  config: Config;
  isNewest: boolean;
}

function VersionItem({ version, config, isNewest }: VersionItemProps) {
  const { timeZone } = useAccount();
  const mayWrite = useCan('config.write');
  const [isOpen, setOpen] = useState(false);
  const when = version.savedAt
    ? weekdayTime(timeZone, Date.parse(version.savedAt), serverNow())
    : 'before versions were kept';
  const changed = version.changed.map(fieldName).join(', ') || 'nothing';
  return (
    <li className={stack.item}>
      <div className={stack.itemMain}>
        <p>
          Version {version.number}
          {version.restoredFrom !== null && ` (rolled back to ${version.restoredFrom})`}
          {version.note && ` – ${version.note}`}
        </p>
        <p>
          {version.savedBy ?? 'Nightdesk'}, {when} · changed {changed}
        </p>
      </div>
      {isNewest ? <Badge tone="ok">In force</Badge> : mayWrite && <RollBack version={version} config={config} />}
      {version.number > 1 && (
        <Button
          variant="default"
          size="xs"
          aria-expanded={isOpen}
          aria-label={`Changes of version ${version.number}`}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? 'Hide changes' : 'Changes'}
        </Button>
      )}
      {isOpen && <Diff from={version.number - 1} to={version.number} />}
    </li>
  );
}

function Diff({ from, to }: { from: number; to: number }) {
  const { accountId } = useAccount();
  const { data, error } = useQuery(versionDiff(accountId, from, to));
  if (error) return <p className={stack.problem}>The changes could not be loaded.</p>;
  return data ? <DiffLines changes={data.changes} /> : null;
}

function RollBack({ version, config }: { version: Version; config: Config }) {
  const { accountId } = useAccount();
  const { mutate, isPending } = useRestoreVersion(accountId);
  const restore = (): void =>
    mutate(
      { number: version.number, basedOn: config.version },
      {
        onSuccess: () => say(`Version ${version.number} is in force again. Whether the agent is on stays as it was.`),
        onError: (error) =>
          sayRefused(isStale(error) ? 'Somebody saved meanwhile; look at the list again' : 'Nothing was rolled back')(
            error,
          ),
      },
    );
  return (
    <Button
      variant="default"
      size="xs"
      aria-label={`Roll back to version ${version.number}`}
      loading={isPending}
      onClick={() => afterConfirming(rollingBack(version, config), restore)}
    >
      Roll back
    </Button>
  );
}

const rollingBack = (version: Version, config: Config): Confirmation => ({
  title: `Roll back to version ${version.number}?`,
  consequences: [
    `The next call is answered with the settings of version ${version.number}. What was changed since then, up to version ${config.version}, no longer applies.`,
    'Nothing is lost: every version stays in this list, and whether the agent is on stays as it is.',
  ],
  action: `Roll back to version ${version.number}`,
});
