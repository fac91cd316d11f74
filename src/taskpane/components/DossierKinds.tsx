import { Button, Field, Radio, RadioGroup, Text, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';
import { troubleText } from '../../app/troubleText';
import type { DossierRequest, TemplateSheet } from '../../app/types';
import type { Variant } from '../../domain/dossiers/schema';
import { placeholderText } from '../../i18n/placeholderWords';
import { usePane } from '../PaneContext';
import { isBusy } from '../state';

/** What dossiers are to be like. */
export type Kind = Pick<DossierRequest, 'variant' | 'template'>;

const VARIANTS: readonly Variant[] = ['key', 'strategic'];

/** Sets own templates apart from our variants among the values of the radio buttons; no name of a sheet begins with it. */
const OWN = '/';

const useStyles = makeStyles({
  radio: { '& > label': { minWidth: 0, overflowWrap: 'anywhere' } },
  line: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  quiet: { color: tokens.colorNeutralForeground2 },
});

export interface DossierKindsProps {
  readonly kind: Kind;
  readonly onKind: (kind: Kind) => void;
  /** The way to make dossiers of the kind chosen. */
  readonly children: ReactNode;
}

/** Our variants and own templates of the workbook, with what must be mended on them, and sheets to start one from. */
export function DossierKinds({ kind: { variant, template }, onKind, children }: DossierKindsProps) {
  const { flow, state, t } = usePane();
  const styles = useStyles();
  const [templates, setTemplates] = useState<readonly TemplateSheet[]>([]);
  const [exported, setExported] = useState<string | null>(null);
  const busy = isBusy(state);

  useEffect(() => {
    let isLeft = false;
    void flow.dossierTemplates().then((found) => {
      if (!isLeft) setTemplates(found);
    });
    return () => {
      isLeft = true;
    };
  }, [flow, exported]);

  return (
    <>
      <Field
        label={t('pane.dossiers.variant')}
        hint={t(template === undefined ? `pane.dossiers.variant.${variant}.hint` : 'pane.dossiers.ownHint')}
      >
        <RadioGroup
          value={template === undefined ? variant : OWN + template}
          disabled={busy}
          onChange={(_event, { value }) =>
            onKind(
              value.startsWith(OWN)
                ? { variant: 'key', template: value.slice(OWN.length) }
                : { variant: value === 'strategic' ? value : 'key' },
            )
          }
        >
          {VARIANTS.map((value) => (
            <Radio key={value} value={value} label={t(`pane.dossiers.variant.${value}`)} />
          ))}
          {templates.map(({ id, name, problems }) => (
            <Radio
              key={id}
              value={OWN + name}
              className={styles.radio}
              disabled={problems.length > 0}
              label={t('pane.dossiers.own', { sheet: name })}
            />
          ))}
        </RadioGroup>
      </Field>
      {templates.map(
        ({ id, name: sheet, problems }) =>
          problems.length > 0 && (
            <Text key={id} size={200}>
              {troubleText({ kind: 'template', error: { code: 'problems', sheet, problems } }, t)}
            </Text>
          ),
      )}
      {children}
      <Text size={200} className={styles.quiet} role="status">
        {exported === null
          ? t('pane.dossiers.export', { example: placeholderText('client', t) })
          : t('pane.dossiers.exported', { sheet: exported })}
      </Text>
      <div className={styles.line}>
        {VARIANTS.map((value) => (
          <Button
            key={value}
            size="small"
            disabled={busy}
            onClick={() => void flow.exportTemplate(value).then(setExported)}
          >
            {t(`pane.dossiers.export.${value}`)}
          </Button>
        ))}
      </div>
    </>
  );
}
