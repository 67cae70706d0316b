import './styles/layers.css';
import '@mantine/core/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
import './styles/tokens.css';
import './styles/mantine.css';
import './styles/thumbs.css';
import './styles/page.css';
import { MantineProvider, type CSSVariablesResolver } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { queryClient } from './app/query-client.js';
import { router } from './app/router.js';
import { theme } from './app/theme.js';

const surfaces = {
  '--mantine-color-body': 'var(--nd-surface)',
  '--mantine-color-text': 'var(--nd-ink)',
  '--mantine-color-dimmed': 'var(--nd-ink-2)',
  '--mantine-color-placeholder': 'var(--nd-ink-3)',
  '--mantine-color-default-border': 'var(--nd-line-strong)',
  '--mantine-color-error': 'var(--nd-emergency)',
};
const cssVariables: CSSVariablesResolver = () => ({ variables: {}, light: surfaces, dark: surfaces });

const root = document.getElementById('root');
if (!root) throw new Error('index.html has lost its root element');

createRoot(root).render(
  <StrictMode>
    <MantineProvider theme={theme} defaultColorScheme="auto" cssVariablesResolver={cssVariables}>
      <QueryClientProvider client={queryClient}>
        <Notifications position="bottom-right" limit={3} />
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
