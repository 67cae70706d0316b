import { ActionIcon, FocusTrap } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconX } from '@tabler/icons-react';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { useShortcuts } from './keyboard.js';
import { focusRow } from './rows.js';
import classes from './side-panel.module.css';

interface SidePanelProps {
  /** The id of the row that opened the panel: a new one moves the focus to the new title. */
  of: string;
  title: ReactNode;
  header?: ReactNode;
  close: () => void;
  children: ReactNode;
}

/** A card beside its list; on a phone a full-screen sheet that keeps the focus. */
export function SidePanel({ of, title, header, close, children }: SidePanelProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const titleId = useId();
  const isSheet = useMediaQuery('(max-width: 62em)', false, { getInitialValueInEffect: false });
  const leave = (): void => {
    close();
    requestAnimationFrame(() => focusRow(of));
  };
  useShortcuts([{ keys: 'Escape', does: 'Close the card', run: leave }]);
  useEffect(() => heading.current?.focus({ preventScroll: true }), [of]);
  const Frame = isSheet ? 'div' : 'aside';
  const role = isSheet ? ({ role: 'dialog', 'aria-modal': true } as const) : {};
  return (
    <FocusTrap active={isSheet}>
      <Frame className={classes.panel} aria-labelledby={titleId} data-panel {...role}>
        <header className={classes.header}>
          <div className={classes.heading}>
            <h2 id={titleId} ref={heading} tabIndex={-1} className={classes.title} data-autofocus>
              {title}
            </h2>
            {header}
          </div>
          <ActionIcon variant="subtle" color="gray" size="lg" aria-label="Close (Esc)" onClick={leave}>
            <IconX size={18} stroke={1.8} />
          </ActionIcon>
        </header>
        <div className={classes.body} key={of}>
          {children}
        </div>
      </Frame>
    </FocusTrap>
  );
}

/** One titled part of a panel. */
export function PanelSection({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) {
  return (
    <section className={classes.section}>
      <div className={classes.sectionHead}>
        <h3 className={classes.sectionTitle}>{title}</h3>
        {aside}
      </div>
      {children}
    </section>
  );
}
