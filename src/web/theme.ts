import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

const accent: MantineColorsTuple = [
  '#e3efed',
  '#c6dfdb',
  '#a2d2cb',
  '#7cc5bd',
  '#55aaa2',
  '#368c86',
  '#1f736e',
  '#0f5e5a',
  '#0b4a47',
  '#083735',
];

/** Warm greys in the place of Mantine's cold ones: sheets, washes, and edges of fields that can be seen (WCAG 2.2, 1.4.11). */
const gray: MantineColorsTuple = [
  '#f7f5ef',
  '#f3f0e8',
  '#ebe7dc',
  '#e4e0d6',
  '#958f83',
  '#857f74',
  '#66635d',
  '#4d4a45',
  '#33312d',
  '#1d1c1a',
];
const dark: MantineColorsTuple = [
  '#ebe8e0',
  '#cfcbc1',
  '#a39e93',
  '#8a8579',
  '#777167',
  '#2d2b27',
  '#1e1e1b',
  '#171715',
  '#121210',
  '#0c0c0b',
];

/** Mantine in the manner of the page: hairlines, small radii, no shadows but the focus ring, our two families. */
export const theme = createTheme({
  primaryColor: 'accent',
  primaryShade: { light: 7, dark: 3 },
  autoContrast: true,
  luminanceThreshold: 0.35,
  colors: { accent, gray, dark },
  black: '#1d1c1a',
  white: '#ffffff',
  fontFamily: 'var(--sans)',
  fontFamilyMonospace: 'var(--mono)',
  headings: { fontFamily: 'var(--serif)', fontWeight: '600' },
  defaultRadius: 'sm',
  radius: { xs: '3px', sm: '6px', md: '8px', lg: '10px', xl: '99px' },
  shadows: { xs: 'none', sm: 'none', md: 'none', lg: 'none', xl: 'none' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'xs', variant: 'default' } },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray' } },
    Modal: { defaultProps: { centered: true, transitionProps: { duration: 0 } } },
    Drawer: { defaultProps: { transitionProps: { duration: 0 } } },
    TextInput: { defaultProps: { size: 'sm' } },
    NativeSelect: { defaultProps: { size: 'sm' } },
  },
});

const tokens = {
  '--mantine-color-body': 'var(--paper)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-bright': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--quiet)',
  '--mantine-color-placeholder': 'var(--quiet)',
  '--mantine-color-anchor': 'var(--accent)',
  '--mantine-color-error': 'var(--warn)',
  '--mantine-color-default': 'var(--sheet)',
  '--mantine-color-default-hover': 'var(--wash)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--hair)',
  '--mantine-color-accent-filled': 'var(--accent)',
  '--mantine-color-accent-light': 'var(--accent-wash)',
  '--mantine-color-accent-light-hover': 'var(--accent-wash)',
  '--mantine-color-accent-light-color': 'var(--accent)',
  '--mantine-color-gray-light-hover': 'var(--wash)',
  '--mantine-color-gray-light-color': 'var(--quiet)',
} as const;

/** Mantine's own variables point at our tokens, so that one place (tokens.css) decides every colour in both themes. */
export const variables: CSSVariablesResolver = () => ({ variables: {}, light: tokens, dark: tokens });
