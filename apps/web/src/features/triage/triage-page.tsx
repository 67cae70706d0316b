import { IconScale } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { disagreements } from '../../api/corrections.js';
import { CallPanel } from '../../components/call-panel.js';
import { Empty } from '../../components/empty.js';
import { useShortcuts } from '../../components/keyboard.js';
import { ListStates, More } from '../../components/list-states.js';
import { PageCard, PageFrame } from '../../components/page-frame.js';
import { currentRowId, useRowKeys } from '../../components/rows.js';
import { useAccount, useCan } from '../../components/use-account.js';
import { CORRECT_CLASSES, useCorrection } from '../../components/use-correction.js';
import { DisagreementRow } from './disagreement-row.js';
import { EngineFigures } from './engine-figures.js';
import { ExportCorrections } from './export-corrections.js';
import classes from './triage-page.module.css';

const route = getRouteApi('/a/$accountId/triage');

/** Where the rules, the voice agent and people were not of one mind, and how well the rules hear altogether. */
export function TriagePage() {
  const { accountId } = useAccount();
  const { call } = route.useSearch();
  const navigate = route.useNavigate();
  const mayCorrect = useCan('calls.correct');
  useRowKeys(call !== undefined);
  useCorrectionKeys(call);
  const close = (): void => void navigate({ search: {}, resetScroll: false });
  return (
    <PageFrame
      title="Triage"
      about="Calls that were not classed alike by everybody. What you correct here, the rules are tested against."
      actions={mayCorrect && <ExportCorrections />}
      panel={call && <CallPanel callId={call} close={close} />}
    >
      <div className={classes.stack}>
        <EngineFigures />
        <Disagreements accountId={accountId} open={call} />
      </div>
    </PageFrame>
  );
}

function Disagreements({ accountId, open }: { accountId: string; open?: string }) {
  const list = useInfiniteQuery(disagreements(accountId));
  const found = (list.data?.pages ?? []).flatMap((page) => page.data);
  return (
    <div>
      <PageCard title="Disagreements, newest first" flush>
        <ListStates query={list} what="The disagreements" isEmpty={found.length === 0} empty={<OfOneMind />}>
          <ul>
            {found.map((one) => (
              <DisagreementRow key={one.callId} disagreement={one} open={one.callId === open} />
            ))}
          </ul>
        </ListStates>
      </PageCard>
      <More query={list}>Older disagreements</More>
    </div>
  );
}

const OfOneMind = () => (
  <Empty icon={IconScale} title="Nobody has disagreed so far">
    A call comes here when the safety rules and the voice agent class it differently, or when one of you corrects it.
    Until then every call was classed alike by both.
  </Empty>
);

/** 1, 2, 3 for the open call or the row under the keyboard, in the order of the buttons. */
function useCorrectionKeys(open: string | undefined): void {
  const mayCorrect = useCan('calls.correct');
  const { correct } = useCorrection();
  const keys = CORRECT_CLASSES.map(({ value, name }, place) => ({
    keys: String(place + 1),
    does: `Should have been: ${name}`,
    run: () => {
      const callId = open ?? currentRowId();
      if (callId) correct({ callId, classification: value });
    },
  }));
  useShortcuts(mayCorrect ? keys : []);
}
