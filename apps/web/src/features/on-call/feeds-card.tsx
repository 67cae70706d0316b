import { Button, CopyButton, TextInput } from '@mantine/core';
import { IconCalendarPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { contacts } from '../../api/contacts.js';
import { feeds, useAddFeed, useRevokeFeed } from '../../api/feeds.js';
import type { Feed } from '../../api/types.js';
import { ListStates } from '../../components/list-states.js';
import { PageCard } from '../../components/page-frame.js';
import { say, sayRefused } from '../../components/say.js';
import { useAccount, useCan } from '../../components/use-account.js';
import { When } from '../../components/when.js';
import classes from './on-call-page.module.css';
import { PersonSelect } from './person-select.js';

/** Shifts in anybody's own calendar. The address is the key: it is shown once, and taking it back closes it. */
export function FeedsCard() {
  const { accountId } = useAccount();
  const list = useQuery(feeds(accountId));
  const mayWrite = useCan('on_call.write');
  return (
    <PageCard title="Calendar links" flush>
      {mayWrite && <NewLink />}
      <ListStates
        query={list}
        what="The calendar links"
        rows={2}
        isEmpty={list.data?.length === 0}
        empty={
          <p className={classes.none}>No link has been made. Google, Apple and Outlook calendars can follow one.</p>
        }
      >
        <ul>
          {list.data?.map((feed) => (
            <FeedLine key={feed.id} feed={feed} />
          ))}
        </ul>
      </ListStates>
    </PageCard>
  );
}

function NewLink() {
  const { accountId } = useAccount();
  const add = useAddFeed(accountId);
  const [who, setWho] = useState<string | null>(null);
  return (
    <div className={classes.line}>
      <PersonSelect
        label="Shifts of"
        placeholder="Everybody"
        clearable
        clearButtonProps={{ 'aria-label': 'Everybody' }}
        value={who}
        onChange={setWho}
      />
      <Button
        variant="default"
        mt="auto"
        loading={add.isPending}
        leftSection={<IconCalendarPlus size={16} />}
        onClick={() => add.mutate(who ?? undefined, { onError: sayRefused('The link was not made') })}
      >
        Make a link
      </Button>
      {add.data && <FreshLink url={add.data.url} />}
    </div>
  );
}

function FreshLink({ url }: { url: string }) {
  return (
    <div className={classes.lineWords}>
      <TextInput
        label="The new link"
        description="Shown once. Whoever has it can read the plan."
        readOnly
        value={url}
        onFocus={({ currentTarget }) => currentTarget.select()}
      />
      <CopyButton value={url}>
        {({ copied, copy }) => (
          <Button variant="default" size="compact-sm" className={classes.small} w="fit-content" onClick={copy}>
            {copied ? 'Copied' : 'Copy'}
          </Button>
        )}
      </CopyButton>
    </div>
  );
}

function FeedLine({ feed }: { feed: Feed }) {
  const { accountId } = useAccount();
  const mayWrite = useCan('on_call.write');
  const people = useQuery(contacts(accountId));
  const revoke = useRevokeFeed(accountId);
  const whose = feed.contactId
    ? (people.data?.find((one) => one.id === feed.contactId)?.name ?? 'One person')
    : 'Everybody';
  return (
    <li className={classes.line}>
      <span className={classes.lineWords}>
        <strong>{whose}</strong>
        <span className="nd-muted">
          made <When at={feed.createdAt} />
        </span>
      </span>
      {mayWrite && (
        <Button
          variant="default"
          size="compact-sm"
          className={classes.small}
          loading={revoke.isPending}
          aria-label={`Take back the link of ${whose}`}
          onClick={() =>
            revoke.mutate(feed.id, {
              onSuccess: () => say('The link is dead from now on.'),
              onError: sayRefused('The link still works'),
            })
          }
        >
          Take back
        </Button>
      )}
    </li>
  );
}
