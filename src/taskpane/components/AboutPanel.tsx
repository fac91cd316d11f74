import { Button, Field, Select, Text } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { useState } from 'react';
import type { TextKey } from '../../i18n/translate';
import { usePane } from '../PaneContext';
import { isWriting } from '../state';
import type { ThemeChoice } from '../theme';
import { Card } from './Card';

const THEMES: readonly { readonly choice: ThemeChoice; readonly label: TextKey }[] = [
  { choice: 'auto', label: 'pane.themeAuto' },
  { choice: 'light', label: 'pane.themeLight' },
  { choice: 'dark', label: 'pane.themeDark' },
];

export interface AboutPanelProps {
  readonly version: string;
  readonly theme: ThemeChoice;
  readonly onTheme: (choice: ThemeChoice) => void;
  readonly onClose: () => void;
}

/** Appearance, version and what happens to the data. */
export function AboutPanel({ version, theme, onTheme, onClose }: AboutPanelProps) {
  const { t } = usePane();
  const close = (
    <Button
      size="small"
      appearance="subtle"
      icon={<DismissRegular />}
      aria-label={t('pane.close')}
      title={t('pane.close')}
      onClick={onClose}
    />
  );
  return (
    <Card title={t('pane.settings')} aside={close}>
      <Field label={t('pane.theme')}>
        <Select
          value={theme}
          onChange={(_event, { value }) => onTheme(value === 'light' || value === 'dark' ? value : 'auto')}
        >
          {THEMES.map(({ choice, label }) => (
            <option key={choice} value={choice}>
              {t(label)}
            </option>
          ))}
        </Select>
      </Field>
      <Text size={200}>{t('pane.privacy')}</Text>
      <Forms />
      <Text size={200}>{t('pane.version', { version })}</Text>
    </Card>
  );
}

/** Answers kept for files of a form seen before, and the way to forget them. */
function Forms() {
  const { flow, state, t, format } = usePane();
  const forms = flow.rememberedForms();
  const [forgotten, setForgotten] = useState(false);
  if (forms === 0) return forgotten ? <Text size={200}>{t('pane.formsForgotten')}</Text> : null;
  return (
    <>
      <Text size={200}>{t('pane.forms', { count: format.count(forms) })}</Text>
      <div>
        <Button
          size="small"
          disabled={isWriting(state)}
          onClick={() => {
            setForgotten(true);
            void flow.forgetForms();
          }}
        >
          {t('pane.forgetForms')}
        </Button>
      </div>
    </>
  );
}
