import { Field, Select } from '@fluentui/react-components';
import type { PeriodChoice } from '../../domain/settings';
import { serialFromIso } from '../../domain/shared/dates';
import type { Pane } from '../PaneContext';
import { usePane } from '../PaneContext';
import { isWriting } from '../state';

/** The last 12 full months or everything; a span of own dates set elsewhere stays selectable. */
export function PeriodPicker() {
  const pane = usePane();
  const { flow, state, t } = pane;
  const { period } = state.settings;
  return (
    <Field label={t('pane.period')}>
      <Select
        value={typeof period === 'string' ? period : 'span'}
        disabled={isWriting(state)}
        onChange={(_event, { value }) => {
          if (value === 'last12' || value === 'all') void flow.choosePeriod(value);
        }}
      >
        <option value="last12">{t('pane.periodLast12')}</option>
        <option value="all">{t('pane.periodAll')}</option>
        {typeof period !== 'string' && <option value="span">{spanText(period, pane)}</option>}
      </Select>
    </Field>
  );
}

function spanText(span: Exclude<PeriodChoice, string>, { format }: Pane): string {
  const from = serialFromIso(span.from);
  const to = serialFromIso(span.to);
  return from === null || to === null ? `${span.from} – ${span.to}` : format.span(from, to);
}
