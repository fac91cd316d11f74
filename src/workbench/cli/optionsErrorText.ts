import { assertNever } from '../../domain/shared/result';
import type { Translate } from '../../i18n/translate';
import type { OptionsError } from './options';

/** One sentence for the user: what is wrong with the command line and what to write instead. */
export function optionsErrorText(error: OptionsError, t: Translate): string {
  switch (error.code) {
    case 'usage':
      return t('cli.usage');
    case 'unknownOption':
      return t('cli.unknownOption', { option: error.option });
    case 'badValue':
      return t('cli.badValue', { option: error.option, value: error.value, expected: error.expected });
    default:
      return assertNever(error);
  }
}
