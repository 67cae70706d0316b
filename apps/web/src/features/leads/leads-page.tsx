import { TextInput } from '@mantine/core';
import { IconAddressBook, IconSearch } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { leadCards, type LeadFilter } from '../../api/lead-cards.js';
import type { LeadCard } from '../../api/types.js';
import { Empty } from '../../components/empty.js';
import { FilterChips } from '../../components/filter-chips.js';
import { useShortcuts } from '../../components/keyboard.js';
import { ListStates, More } from '../../components/list-states.js';
import { PageFrame } from '../../components/page-frame.js';
import { useRowKeys } from '../../components/rows.js';
import { useAccount } from '../../components/use-account.js';
import { useCallbackWork, type CallbackWork } from '../../components/use-callback-work.js';
import { ApprovalList } from './approval-list.js';
import { LeadPanel } from './lead-panel.js';
import { LeadRow } from './lead-row.js';
import { LeadTabs } from './lead-tabs-nav.js';
import { TABS, type LeadTab } from './lead-tabs.js';
import classes from './leads-page.module.css';
import { useTriageKeys } from './use-triage-keys.js';

const route = getRouteApi('/a/$accountId/leads');

const CLASSES = [
  { value: 'emergency', label: 'Emergency' },
  { value: 'routine', label: 'Routine' },
  { value: 'spam', label: 'Spam' },
] as const;

/** The morning's work: one card per call, worked from top to bottom. */
export function LeadsPage() {
  const { tab = 'needs-callback', q, card } = route.useSearch();
  const navigate = route.useNavigate();
  const work = useCallbackWork();
  const close = (): void => void navigate({ search: (search) => ({ ...search, card: undefined }), resetScroll: false });
  const isApprovals = tab === 'approvals';
  return (
    <PageFrame
      title="Leads"
      about="One card per call, with everything needed to call back."
      actions={
        !isApprovals && (
          <SearchField
            value={q ?? ''}
            search={(text) =>
              void navigate({ search: (search) => ({ ...search, q: text || undefined }), replace: true })
            }
          />
        )
      }
      panel={card && <LeadPanel cardId={card} work={work} close={close} />}
    >
      <div className={classes.bar}>
        <LeadTabs current={tab} />
        {!isApprovals && <ClassChips />}
      </div>
      {isApprovals ? <ApprovalList openCard={card} /> : <LeadList tab={tab} work={work} />}
    </PageFrame>
  );
}

function ClassChips() {
  const { class: only } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <FilterChips
      label="Class"
      options={[...CLASSES]}
      value={only}
      change={(value) => void navigate({ search: (search) => ({ ...search, class: value }) })}
    />
  );
}

function LeadList({ tab, work }: { tab: LeadTab; work: CallbackWork }) {
  const { accountId } = useAccount();
  const { class: only, q, card } = route.useSearch();
  const list = useInfiniteQuery(leadCards(accountId, filterOf(tab, only, q)));
  const cards = (list.data?.pages ?? []).flatMap((page) => page.data);
  useRowKeys(card !== undefined);
  useTriageKeys({ cards, openCard: card, work });
  return (
    <>
      <div className="nd-card">
        <ListStates
          query={list}
          what="The leads"
          isEmpty={cards.length === 0}
          empty={<NoLeads tab={tab} filtered={Boolean(only ?? q)} />}
        >
          <ul>
            {cards.map((one) => (
              <LeadRow key={one.id} card={one} open={one.id === card} />
            ))}
          </ul>
        </ListStates>
      </div>
      <More query={list}>More leads</More>
      <KeyHint cards={cards} />
    </>
  );
}

function filterOf(tab: LeadTab, only: LeadFilter['class'], q: string | undefined): LeadFilter {
  const chosen = TABS.find((one) => one.tab === tab);
  return { callbackStatus: chosen?.status, class: only ?? chosen?.class, order: chosen?.order, q };
}

const SEARCH_PAUSE_MS = 250;

function SearchField({ value, search }: { value: string; search: (text: string) => void }) {
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(value);
  const [seen, setSeen] = useState(value);
  const [asked, setAsked] = useState(value);
  if (value !== seen) {
    setSeen(value);
    // Not our own search arriving in the address, but a link or the back button: what stood here is over.
    if (value !== asked) {
      setAsked(value);
      setText(value);
    }
  }
  useShortcuts([{ keys: '/', does: 'Search leads', run: () => field.current?.focus() }]);
  useEffect(() => {
    const wanted = text.trim();
    if (wanted === asked) return;
    const timer = setTimeout(() => {
      setAsked(wanted);
      search(wanted);
    }, SEARCH_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, asked, search]);
  return (
    <TextInput
      ref={field}
      className={classes.search}
      type="search"
      aria-label="Search leads"
      placeholder="Name, number, address, problem"
      leftSection={<IconSearch size={15} aria-hidden />}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
    />
  );
}

function NoLeads({ tab, filtered }: { tab: LeadTab; filtered: boolean }) {
  if (filtered)
    return (
      <Empty icon={IconAddressBook} title="No lead matches">
        Take a filter off or search for something else.
      </Empty>
    );
  return tab === 'needs-callback' ? (
    <Empty icon={IconAddressBook} title="Everybody has been called back">
      New leads come in after every call of the night. Until then there is nothing to do here.
    </Empty>
  ) : (
    <Empty icon={IconAddressBook} title="Nothing here yet">
      Cards arrive here as you mark them.
    </Empty>
  );
}

const KeyHint = ({ cards }: { cards: LeadCard[] }) =>
  cards.length > 0 && (
    <p className={classes.hint}>
      <kbd className="nd-key">J</kbd> <kbd className="nd-key">K</kbd> walk · <kbd className="nd-key">B</kbd> booked ·{' '}
      <kbd className="nd-key">N</kbd> no answer · <kbd className="nd-key">I</kbd> not interested ·{' '}
      <kbd className="nd-key">R</kbd> resolved · <kbd className="nd-key">?</kbd> all shortcuts
    </p>
  );
