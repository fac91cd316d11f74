import { Button, Field, Input, Text } from '@fluentui/react-components';
import { useState } from 'react';
import type { PeriodChoice } from '../../domain/settings';
import { serialFromIso } from '../../domain/shared/dates';
import { usePane } from '../PaneContext';
import { isWriting } from '../state';
import { Disclosure } from './Disclosure';

/** A period and an as-of date of one's own, applied together: each change would read the sheet anew. */
export function OwnDates() {
  const { flow, state, t } = usePane();
  const { period, asOf } = state.settings;
  const span = typeof period === 'string' ? { from: '', to: '' } : period;
  const [typed, setTyped] = useState<{ from?: string; to?: string; asOf?: string }>({});
  const dates = { from: span.from, to: span.to, asOf: asOf ?? '', ...typed };
  const trouble = troubleOf(dates.from, dates.to);

  function apply(): void {
    const chosen: PeriodChoice =
      dates.from === ''
        ? typeof period === 'string'
          ? period
          : 'last12'
        : { from: dates.from, to: dates.to };
    setTyped({});
    void flow.chooseDates(chosen, dates.asOf === '' ? null : dates.asOf);
  }

  return (
    <Disclosure label={t('profile.dates')} initiallyOpen={typeof period !== 'string' || asOf !== null}>
      <Field label={t('profile.from')}>
        <Input
          type="date"
          value={dates.from}
          onChange={(_event, { value }) => setTyped({ ...typed, from: value })}
        />
      </Field>
      <Field label={t('profile.to')}>
        <Input
          type="date"
          value={dates.to}
          onChange={(_event, { value }) => setTyped({ ...typed, to: value })}
        />
      </Field>
      <Field label={t('profile.asOf')} hint={t('profile.asOfHint')}>
        <Input
          type="date"
          value={dates.asOf}
          onChange={(_event, { value }) => setTyped({ ...typed, asOf: value })}
        />
      </Field>
      {trouble !== null && (
        <Text size={200} role="alert">
          {t(`profile.dates.${trouble}`)}
        </Text>
      )}
      <div>
        <Button
          size="small"
          disabled={trouble !== null || Object.keys(typed).length === 0 || isWriting(state)}
          onClick={apply}
        >
          {t('profile.dates.apply')}
        </Button>
      </div>
    </Disclosure>
  );
}

/** Why two dates make no period: only one of them is given, or they stand in the wrong order. */
function troubleOf(from: string, to: string): 'half' | 'order' | null {
  if (from === '' && to === '') return null;
  const [first, last] = [serialFromIso(from), serialFromIso(to)];
  if (first === null || last === null) return 'half';
  return first > last ? 'order' : null;
}
