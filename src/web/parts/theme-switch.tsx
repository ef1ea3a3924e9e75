import { Button, type MantineColorScheme, useMantineColorScheme } from '@mantine/core';
import { t } from '../words.ts';

const NEXT = { auto: 'light', light: 'dark', dark: 'auto' } as const satisfies Record<
  MantineColorScheme,
  MantineColorScheme
>;

/** Light, dark, or as the system has it. */
export function ThemeSwitch() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Button size="compact-xs" onClick={() => setColorScheme(NEXT[colorScheme])}>
      {t(`theme.${colorScheme}`)}
    </Button>
  );
}
