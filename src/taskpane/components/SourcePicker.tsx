import { Button, Field, Select, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowSyncRegular } from '@fluentui/react-icons/svg/arrow-sync';
import type { Source } from '../../app/types';
import type { Pane } from '../PaneContext';
import { usePane } from '../PaneContext';
import { isWriting } from '../state';

const useStyles = makeStyles({
  line: { display: 'flex', alignItems: 'end', gap: tokens.spacingHorizontalS, minWidth: 0 },
  field: { flexGrow: 1, minWidth: 0 },
  select: { minWidth: 0, '& > select': { width: '100%', textOverflow: 'ellipsis' } },
});

/** The sheet or table with the sales. */
export function SourcePicker() {
  const pane = usePane();
  const { flow, state, t } = pane;
  const styles = useStyles();
  const running = isWriting(state);
  const chosen = state.source;
  return (
    <div className={styles.line}>
      <Field label={t('pane.source')} className={styles.field}>
        <Select
          className={styles.select}
          value={chosen ? idOf(chosen) : ''}
          title={chosen ? labelOf(chosen, pane) : ''}
          disabled={running}
          onChange={(_event, { value }) => {
            const source = state.sources.find((candidate) => idOf(candidate) === value);
            if (source) void flow.chooseSource(source);
          }}
        >
          {state.sources.map((source) => (
            <option key={idOf(source)} value={idOf(source)}>
              {labelOf(source, pane)}
            </option>
          ))}
        </Select>
      </Field>
      <Button
        icon={<ArrowSyncRegular />}
        aria-label={t('pane.refreshSources')}
        title={t('pane.refreshSources')}
        disabled={running}
        onClick={() => void flow.refreshSources()}
      />
    </div>
  );
}

function idOf(source: Source): string {
  return `${source.kind}:${source.id}`;
}

function labelOf(source: Source, { t, format }: Pane): string {
  const { name, sheet, parts } = source;
  if (source.address === null) return t('pane.sourceEmpty', { name });
  const rows = format.count(source.rows);
  if (parts) return t('pane.sourceSheets', { name, count: format.count(parts.length), rows });
  return source.kind === 'table'
    ? t('pane.sourceTable', { name, sheet, rows })
    : t('pane.sourceSheet', { name, rows });
}
