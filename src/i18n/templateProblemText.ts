import type { TemplateProblem } from '../domain/dossiers/templateCheck';
import { assertNever } from '../domain/shared/result';
import type { Translate } from './translate';

/** Problems named in a sentence; a sheet may have hundreds. */
const PROBLEMS_NAMED = 5;

/** What is wrong with a template in words, the first few of many: «B3: {{клент}} – нет такой метки, похоже {{клиент}}». */
export function templateProblemTexts(problems: readonly TemplateProblem[], t: Translate): readonly string[] {
  const more = problems.length - PROBLEMS_NAMED;
  return [
    ...problems.slice(0, PROBLEMS_NAMED).map((problem) => templateProblemText(problem, t)),
    ...(more > 0 ? [t('template.problems.more', { count: more })] : []),
  ];
}

function templateProblemText(problem: TemplateProblem, t: Translate): string {
  switch (problem.kind) {
    case 'unknown': {
      const { cell, written, nearest } = problem;
      return nearest === null
        ? t('template.problem.unknown', { cell, written })
        : t('template.problem.unknownNear', { cell, written, nearest });
    }
    case 'twoLists': {
      const [first, second] = problem.lists;
      return t('template.problem.twoLists', {
        cell: problem.cell,
        first: t(`template.list.${first}`),
        second: t(`template.list.${second}`),
      });
    }
    case 'unclosed':
    case 'chartInText':
    case 'formula':
      return t(`template.problem.${problem.kind}`, { cell: problem.cell });
    case 'protected':
      return t('template.problem.protected');
    default:
      return assertNever(problem);
  }
}
