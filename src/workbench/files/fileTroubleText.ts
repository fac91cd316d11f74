import type { Translate } from '../../i18n/translate';
import type { FileTrouble } from './trouble';

/** One sentence for the user: what is wrong with the file and what to do about it. */
export function fileTroubleText(trouble: FileTrouble, t: Translate): string {
  return t(`file.${trouble.code}`, { file: trouble.fileName });
}
