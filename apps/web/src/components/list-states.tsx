import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { LoadingRows } from './loading-rows.js';
import { ProblemNotice } from './problem-notice.js';

interface ListStatesProps {
  /** The answer of TanStack Query, whichever kind. */
  query: { isPending: boolean; isSuccess: boolean; error: unknown; refetch: () => unknown };
  /** As it begins a sentence: "The leads". */
  what: string;
  rows?: number;
  isEmpty: boolean;
  empty: ReactNode;
  children: ReactNode;
}

/** A list is loading, broken, empty or there; it says which. Old rows stay while a renewal fails. */
export function ListStates({ query, what, rows = 8, isEmpty, empty, children }: ListStatesProps) {
  return (
    <>
      {query.isPending && <LoadingRows what={what.toLowerCase()} rows={rows} />}
      {query.error ? <ProblemNotice what={what} error={query.error} retry={() => void query.refetch()} /> : null}
      {query.isSuccess && isEmpty && empty}
      {children}
    </>
  );
}

interface MoreProps {
  query: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown };
  children: string;
}

export function More({ query, children }: MoreProps) {
  if (!query.hasNextPage) return null;
  return (
    <Button variant="default" mt="md" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
      {children}
    </Button>
  );
}
