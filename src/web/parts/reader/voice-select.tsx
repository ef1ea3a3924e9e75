import { NativeSelect } from '@mantine/core';
import { t } from '../../words.ts';
import type { VoiceChoice } from './said-by.ts';

interface VoiceSelectProps {
  readonly voices: readonly VoiceChoice[];
  readonly voice: string;
  readonly onVoice: (key: string) => void;
}

/** Who says it: a voice of this text, or the source itself. */
export function VoiceSelect({ voices, voice, onVoice }: VoiceSelectProps) {
  return (
    <div className="form-field">
      <span className="form-label">{t('reader.said-by')}</span>
      <NativeSelect
        size="xs"
        aria-label={t('reader.said-by')}
        value={voice}
        data={[
          { value: '', label: t('reader.own-voice') },
          ...voices.map(({ key, name }) => ({ value: key, label: name })),
        ]}
        onChange={(event) => onVoice(event.currentTarget.value)}
      />
    </div>
  );
}
