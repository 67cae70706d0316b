import { Button } from '@mantine/core';
import { IconKey, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { apiKeys } from '../../api/access.js';
import type { NewApiKey } from '../../api/types.js';
import { CopySecret } from '../../components/copy-secret.js';
import { Empty } from '../../components/empty.js';
import stack from '../../components/form-stack.module.css';
import { ListStates } from '../../components/list-states.js';
import { PageCard, PageFrame } from '../../components/page-frame.js';
import { SettingsTabs } from '../../components/settings-tabs.js';
import { useAccount, useCan } from '../../components/use-account.js';
import { KeyForm } from './key-form.js';
import { KeyItem } from './key-item.js';

export function ApiKeysPage() {
  const { accountId } = useAccount();
  const mayManage = useCan('api_keys.manage');
  const query = useQuery(apiKeys(accountId));
  const [isMaking, setMaking] = useState(false);
  const [fresh, setFresh] = useState<{ key: NewApiKey; isSuccessor: boolean } | null>(null);
  const shown = (key: NewApiKey): void => (setFresh({ key, isSuccessor: false }), setMaking(false));
  return (
    <PageFrame title="API keys" about="Let another program read or change this account, as much as you choose." narrow>
      <SettingsTabs />
      <div className={stack.stack}>
        {fresh && <FreshKey fresh={fresh.key} isSuccessor={fresh.isSuccessor} kept={() => setFresh(null)} />}
        {isMaking && <KeyForm made={shown} close={() => setMaking(false)} />}
        <PageCard
          title="Keys"
          flush
          aside={
            mayManage &&
            !isMaking && (
              <Button size="xs" leftSection={<IconPlus size={14} />} onClick={() => setMaking(true)}>
                New key
              </Button>
            )
          }
        >
          <ListStates query={query} what="The keys" rows={3} isEmpty={query.data?.length === 0} empty={<NoKeys />}>
            <ul className={stack.list}>
              {query.data?.map((key) => (
                <KeyItem key={key.keyId} apiKey={key} show={(next) => setFresh({ key: next, isSuccessor: true })} />
              ))}
            </ul>
          </ListStates>
        </PageCard>
      </div>
    </PageFrame>
  );
}

const NoKeys = () => (
  <Empty icon={IconKey} title="No keys yet">
    A key acts in this account alone, with the scopes you tick, until it runs out or you revoke it.
  </Empty>
);

interface FreshKeyProps {
  fresh: NewApiKey;
  /** It takes the place of another key. */
  isSuccessor: boolean;
  kept: () => void;
}

const FreshKey = ({ fresh, isSuccessor, kept }: FreshKeyProps) => (
  <PageCard title={`The key “${fresh.name}”`}>
    <div className={stack.stack} role="status">
      <p className={stack.note}>
        <strong>Copy it now.</strong> We keep only its fingerprint, so it is not shown again.
        {isSuccessor && ' The old key goes on for 24 hours: put this one in its place until then.'}
      </p>
      <CopySecret secret={fresh.key} what="The new API key" />
      <div className={stack.end}>
        <Button size="xs" onClick={kept}>
          I have kept it
        </Button>
      </div>
    </div>
  </PageCard>
);
