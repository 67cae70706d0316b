import { isLive } from '@domain/call/call-status';
import { IconPhoneIncoming } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { callLog } from '../../api/calls.js';
import type { Call, CallClass } from '../../api/types.js';
import { CallPanel } from '../../components/call-panel.js';
import { CallList, CallRow } from '../../components/call-row.js';
import { Empty } from '../../components/empty.js';
import { FilterChips } from '../../components/filter-chips.js';
import { ListStates, More } from '../../components/list-states.js';
import { PageFrame } from '../../components/page-frame.js';
import { useRowKeys } from '../../components/rows.js';
import { useAccount } from '../../components/use-account.js';

const route = getRouteApi('/a/$accountId/calls');

const CLASSES: { value: CallClass; label: string }[] = [
  { value: 'emergency', label: 'Emergency' },
  { value: 'routine', label: 'Routine' },
  { value: 'ambiguous', label: 'Undecided' },
  { value: 'spam', label: 'Spam' },
];

/** Every call that rang, spam and hang-ups included: the place to check that nothing was lost. */
export function CallsPage() {
  const { accountId } = useAccount();
  const { call, class: only } = route.useSearch();
  const navigate = route.useNavigate();
  const log = useInfiniteQuery(callLog(accountId, { class: only }));
  const calls = (log.data?.pages ?? []).flatMap((page) => page.data);
  useRowKeys(call !== undefined);
  const close = (): void => void navigate({ search: (search) => ({ ...search, call: undefined }), resetScroll: false });
  return (
    <PageFrame
      title="Calls"
      about="Every call to your line, with its recording and its words."
      panel={call && <CallPanel callId={call} close={close} />}
    >
      <FilterChips
        label="Class"
        options={CLASSES}
        value={only}
        change={(value) => void navigate({ search: (search) => ({ ...search, class: value }) })}
      />
      <div className="nd-card">
        <ListStates
          query={log}
          what="The calls"
          isEmpty={calls.length === 0}
          empty={<NoCalls filtered={only !== undefined} />}
        >
          <CallList>
            {spamLast(calls).map((one) => (
              <CallRow key={one.id} call={one} open={one.id === call} to="/a/$accountId/calls" />
            ))}
          </CallList>
        </ListStates>
      </div>
      <More query={log}>Older calls</More>
    </PageFrame>
  );
}

/** Calls that are up come first, spam goes to the bottom of any view (PRD VTCR 2.5); otherwise newest first, as the API says. */
function spamLast(calls: Call[]): Call[] {
  const rank = (call: Call): number => (isLive(call.status) ? 0 : call.classification === 'spam' ? 2 : 1);
  return calls.toSorted((a, b) => rank(a) - rank(b));
}

function NoCalls({ filtered }: { filtered: boolean }) {
  return filtered ? (
    <Empty icon={IconPhoneIncoming} title="No such calls">
      No call of this class so far. Choose another class, or none.
    </Empty>
  ) : (
    <Empty icon={IconPhoneIncoming} title="No calls yet">
      As soon as somebody calls your line, the call stands here with what was said and why it was classed as it was.
    </Empty>
  );
}
