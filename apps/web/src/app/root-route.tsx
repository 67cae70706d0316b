import { createRootRoute, Outlet } from '@tanstack/react-router';
import { inWords } from '../api/problem.js';
import { ConfirmDialog } from '../components/confirm-dialog.js';
import { BrokenPage } from './broken-page.js';
import { StepUpDialog } from './step-up/step-up-dialog.js';

export const root = createRootRoute({
  component: () => (
    <>
      <Outlet />
      <ConfirmDialog />
      <StepUpDialog />
    </>
  ),
  errorComponent: ({ error }) => <BrokenPage title="This page could not be opened" text={inWords(error)} />,
  notFoundComponent: () => (
    <BrokenPage title="There is no such page" text="The address may have a typo, or the page has moved." />
  ),
});
