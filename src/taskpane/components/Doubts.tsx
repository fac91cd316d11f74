import { Field, Radio, RadioGroup, Text, makeStyles, tokens } from '@fluentui/react-components';
import { QuestionCircleRegular } from '@fluentui/react-icons/svg/question-circle';
import { withAnswers } from '../../app/memory';
import type { Preview } from '../../app/types';
import { basisReason } from '../../domain/sales/amountBasis';
import type { Doubt } from '../../domain/sales/types';
import type { Settings } from '../../domain/settings';
import { columnHeading } from '../headings';
import type { Pane } from '../PaneContext';
import { usePane } from '../PaneContext';
import { isWriting } from '../state';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalS,
    backgroundColor: tokens.colorNeutralBackground3,
    borderLeft: `3px solid ${tokens.colorBrandStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  title: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  icon: { color: tokens.colorBrandForeground1, flexShrink: 0 },
});

/** A question with its answers; `answer` is the one in force. */
interface Question {
  readonly id: Doubt['code'];
  readonly text: string;
  readonly answer: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly choose: (value: string) => void;
}

/** What the reader was not sure of, with the guess it took. */
export function Doubts({ preview }: { readonly preview: Preview }) {
  const pane = usePane();
  const styles = useStyles();
  const questions = questionsOf(preview, pane);
  if (questions.length === 0) return null;
  return (
    <div className={styles.root}>
      <div className={styles.title}>
        <QuestionCircleRegular className={styles.icon} fontSize={20} aria-hidden />
        <Text weight="semibold">{pane.t('pane.doubts')}</Text>
      </div>
      {questions.map(({ id, text, answer, options, choose }) => (
        <Field
          key={id}
          label={text}
          {...(isRemembered(id, preview, pane) ? { hint: pane.t('pane.asLastTime') } : {})}
        >
          <RadioGroup
            value={answer}
            disabled={isWriting(pane.state)}
            onChange={(_event, { value }) => choose(value)}
          >
            {options.map(({ value, label }) => (
              <Radio key={value} value={value} label={label} />
            ))}
          </RadioGroup>
        </Field>
      ))}
    </div>
  );
}

/** Was the answer given for an earlier file of this form, and not yet for this one? */
function isRemembered(id: Doubt['code'], { remembered }: Preview, { state }: Pane): boolean {
  if (!remembered) return false;
  const { settings } = state;
  if (id === 'clientLevel') {
    return remembered.columns.client !== undefined && settings.columns.client === undefined;
  }
  return id === 'severalAmounts'
    ? remembered.columns.amount !== undefined && settings.columns.amount === undefined
    : remembered[id] !== null && settings[id] === null;
}

function questionsOf(preview: Preview, pane: Pane): readonly Question[] {
  const { flow } = pane;
  const { doubts, columns, mapping } = preview.understanding;
  const answers = withAnswers(pane.state.settings, preview.remembered);
  const asked = new Set<Doubt['code']>();
  return doubts.flatMap((doubt): readonly Question[] => {
    // One answer holds for the whole sheet: the same question about a second column would only repeat it.
    if (asked.has(doubt.code)) return [];
    asked.add(doubt.code);
    switch (doubt.code) {
      case 'dateOrder':
        return [
          dateQuestion(columnHeading(preview, doubt.column, pane), answers.dateOrder ?? doubt.default, pane),
        ];
      case 'decimalSeparator': {
        const answer = answers.decimalSeparator ?? doubt.default;
        return [decimalQuestion(columnHeading(preview, doubt.column, pane), answer, pane)];
      }
      case 'severalAmounts':
        return [
          {
            id: doubt.code,
            text: [
              pane.t('pane.doubtAmounts'),
              ...amountReason(columns.find(({ index }) => index === doubt.default)?.header ?? '', pane),
            ].join(' '),
            answer: String(mapping.amount ?? doubt.default),
            options: doubt.columns.map((column) => ({
              value: String(column),
              label: columnHeading(preview, column, pane),
            })),
            choose: (value) => {
              const chosen = columns.find(({ index }) => String(index) === value);
              if (chosen) void flow.correctColumn('amount', chosen.index, chosen.header);
            },
          },
        ];
      case 'clientLevel':
        return [
          {
            id: doubt.code,
            text: pane.t('pane.doubtClient'),
            answer: String(mapping.client ?? doubt.default),
            options: doubt.columns.map((column) => ({
              value: String(column),
              label: columnHeading(preview, column, pane),
            })),
            choose: (value) => {
              const chosen = columns.find(({ index }) => String(index) === value);
              if (chosen) void flow.correctColumn('client', chosen.index, chosen.header);
            },
          },
        ];
      case 'damagedNumbers':
        return [
          damagedQuestion(
            doubt,
            columnHeading(preview, doubt.column, pane),
            answers.damagedNumbers ?? doubt.default,
            pane,
          ),
        ];
      case 'nameLookup':
        return [
          lookupQuestion(
            doubt,
            columnHeading(preview, doubt.column, pane),
            answers.nameLookup ?? doubt.default,
            pane,
          ),
        ];
    }
  });
}

/** Why the default was proposed among several amounts, where its heading says so. */
function amountReason(heading: string, { t }: Pane): readonly string[] {
  const reason = basisReason(heading);
  return reason ? [t(`pane.amountReason.${reason}`, { heading })] : [];
}

function dateQuestion(
  column: string,
  answer: NonNullable<Settings['dateOrder']>,
  { flow, t }: Pane,
): Question {
  return {
    id: 'dateOrder',
    text: t('pane.doubtDateOrder', { column }),
    answer,
    options: [
      { value: 'dmy', label: t('pane.dateOrder.dmy') },
      { value: 'mdy', label: t('pane.dateOrder.mdy') },
    ],
    choose: (value) => void flow.answerDateOrder(value === 'mdy' ? 'mdy' : 'dmy'),
  };
}

function damagedQuestion(
  doubt: Doubt & { readonly code: 'damagedNumbers' },
  column: string,
  answer: NonNullable<Settings['damagedNumbers']>,
  { flow, format, t }: Pane,
): Question {
  const { examples, dates } = doubt;
  // A number that became a date is lost: 1.5 and 1.05 are the same 1 May.
  const answers =
    examples.length > 0 ? (['leaveOut', 'grouped', 'decimal'] as const) : (['leaveOut'] as const);
  const told = [
    ...(examples.length > 0 ? [t('pane.doubtDamaged', { column, examples: examples.join('; ') })] : []),
    ...(dates.length > 0 ? [t('pane.doubtDates', { column, dates: dates.map(format.date).join('; ') })] : []),
  ];
  return {
    id: doubt.code,
    text: told.join(' '),
    answer,
    options: answers.map((value) => ({ value, label: t(`pane.damaged.${value}`) })),
    choose: (value) => void flow.answerDamaged(answers.find((known) => known === value) ?? doubt.default),
  };
}

function lookupQuestion(
  doubt: Doubt & { readonly code: 'nameLookup' },
  column: string,
  answer: NonNullable<Settings['nameLookup']>,
  { flow, t }: Pane,
): Question {
  return {
    id: doubt.code,
    text: t('pane.doubtLookup', { column, sheet: doubt.sheet }),
    answer,
    options: [
      { value: 'use', label: t('pane.lookup.use') },
      { value: 'ignore', label: t('pane.lookup.ignore') },
    ],
    choose: (value) => void flow.answerLookup(value === 'ignore' ? 'ignore' : 'use'),
  };
}

function decimalQuestion(
  column: string,
  answer: NonNullable<Settings['decimalSeparator']>,
  { flow, t }: Pane,
): Question {
  return {
    id: 'decimalSeparator',
    text: t('pane.doubtDecimal', { column }),
    answer,
    options: [
      { value: ',', label: t('pane.decimal.comma') },
      { value: '.', label: t('pane.decimal.point') },
    ],
    choose: (value) => void flow.answerDecimal(value === '.' ? '.' : ','),
  };
}
