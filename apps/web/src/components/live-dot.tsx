import classes from './live-dot.module.css';

/** PRD VTCR 2.1, 2.2: pulsing blue while a call is up, red once it is an emergency; a still ring when motion is unwelcome. */
export function LiveDot({ tone }: { tone: 'call' | 'emergency' | 'ok' | 'off' }) {
  return <span className={classes.dot} data-dot={tone} aria-hidden />;
}
