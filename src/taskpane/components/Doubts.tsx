import { Field, Radio, RadioGroup, Text, makeStyles, tokens } from '@fluentui/react-components';
import { QuestionCircleRegular } from '@fluentui/react-icons/svg/question-circle';
import type { Preview } from '../../app/types';
import type { Settings } from '../../domain/settings';
import type { Flow } from '../flow';
import { columnHeading } from '../headings';
import type { Pane } from '../PaneContext';
import { usePane } from '../PaneContext';

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
  readonly id: string;
  readonly text: string;
  readonly answer: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly choose: (value: string) => void;
}

/** What the reader was not sure of, with the guess it took. Answered questions stay, so that an answer can be changed. */
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
        <Field key={id} label={text}>
          <RadioGroup
            value={answer}
            disabled={pane.state.stage.status === 'running'}
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

function questionsOf(preview: Preview, pane: Pane): readonly Question[] {
  const { flow, state } = pane;
  const { understanding } = preview;
  const { doubts } = understanding;
  const dateOrder = doubts.find((doubt) => doubt.code === 'dateOrder');
  const decimal = doubts.find((doubt) => doubt.code === 'decimalSeparator');
  const amounts = doubts.find((doubt) => doubt.code === 'severalAmounts');
  const order = state.settings.dateOrder ?? dateOrder?.default;
  const separator = state.settings.decimalSeparator ?? decimal?.default;
  const questions: Question[] = [];
  if (order !== undefined) {
    const column = dateOrder?.column ?? understanding.mapping.date;
    questions.push(dateQuestion(columnHeading(preview, column, pane), order, flow, pane));
  }
  if (separator !== undefined) {
    const column = decimal?.column ?? understanding.mapping.amount ?? understanding.mapping.price;
    questions.push(decimalQuestion(columnHeading(preview, column, pane), separator, flow, pane));
  }
  if (amounts) {
    const answer = understanding.mapping.amount ?? amounts.default;
    questions.push({
      id: 'severalAmounts',
      text: pane.t('pane.doubtAmounts'),
      answer: String(answer),
      options: amounts.columns.map((column) => ({
        value: String(column),
        label: columnHeading(preview, column, pane),
      })),
      choose: (value) => void flow.correctColumn('amount', Number(value)),
    });
  }
  return questions;
}

function dateQuestion(
  column: string,
  answer: NonNullable<Settings['dateOrder']>,
  flow: Flow,
  { t }: Pane,
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

function decimalQuestion(
  column: string,
  answer: NonNullable<Settings['decimalSeparator']>,
  flow: Flow,
  { t }: Pane,
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
