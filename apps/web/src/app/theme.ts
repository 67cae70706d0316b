import {
  Button,
  createTheme,
  Menu,
  Modal,
  Notification,
  Select,
  Switch,
  Textarea,
  TextInput,
  type MantineColorsTuple,
} from '@mantine/core';

const blue: MantineColorsTuple = [
  '#eff8ff',
  '#d1e9ff',
  '#b2ddff',
  '#84caff',
  '#53b1fd',
  '#2e90fa',
  '#1570ef',
  '#175cd3',
  '#1849a9',
  '#194185',
];
const red: MantineColorsTuple = [
  '#fef3f2',
  '#fee4e2',
  '#fecdca',
  '#fda29b',
  '#f97066',
  '#f04438',
  '#d92d20',
  '#b42318',
  '#912018',
  '#7a271a',
];
const gray: MantineColorsTuple = [
  '#f9fafb',
  '#f2f4f7',
  '#e4e7ec',
  '#d0d5dd',
  '#98a2b3',
  '#667085',
  '#475467',
  '#344054',
  '#1d2939',
  '#101828',
];
const dark: MantineColorsTuple = [
  '#f2f4f7',
  '#c3cad6',
  '#98a2b3',
  '#98a2b3',
  '#38404f',
  '#252c3a',
  '#1b212e',
  '#161b26',
  '#11161f',
  '#0c111d',
];

/** Ink for the one main action of a view, so that red is left to emergencies alone. */
const inkButton = {
  '--button-bg': 'var(--nd-ink)',
  '--button-hover': 'color-mix(in srgb, var(--nd-ink) 86%, var(--nd-surface))',
  '--button-color': 'var(--nd-surface)',
};

export const theme = createTheme({
  fontFamily: "'Inter', ui-sans-serif, system-ui, -apple-system, 'Segoe UI', sans-serif",
  fontFamilyMonospace: "ui-monospace, 'SF Mono', 'Cascadia Mono', 'Liberation Mono', monospace",
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  colors: { blue, red, gray, dark },
  primaryColor: 'blue',
  primaryShade: { light: 6, dark: 7 },
  defaultRadius: 'md',
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '10px', xl: '14px' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  black: '#101828',
  components: {
    Button: Button.extend({
      defaultProps: { size: 'sm', fw: 500 },
      vars: (_theme, props) => ({
        root: props.color === undefined && (props.variant ?? 'filled') === 'filled' ? inkButton : {},
      }),
    }),
    // The placeholder is an element that a menu may not contain (ARIA); the first item takes the focus instead.
    Menu: Menu.extend({ defaultProps: { withInitialFocusPlaceholder: false } }),
    // Below the bar of an open emergency, which stays above every dialog.
    Modal: Modal.extend({ defaultProps: { yOffset: 'calc(var(--nd-emergency-bar, 0px) + 24px)' } }),
    Notification: Notification.extend({ defaultProps: { closeButtonProps: { 'aria-label': 'Dismiss' } } }),
    TextInput: TextInput.extend({ defaultProps: { size: 'sm' } }),
    Textarea: Textarea.extend({ defaultProps: { size: 'sm' } }),
    Select: Select.extend({ defaultProps: { size: 'sm', allowDeselect: false, checkIconPosition: 'right' } }),
    Switch: Switch.extend({ defaultProps: { size: 'md', withThumbIndicator: false } }),
  },
});
