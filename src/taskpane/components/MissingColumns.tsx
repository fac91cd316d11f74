import type { Trouble } from '../../app/types';
import { usePane } from '../PaneContext';
import { Card } from './Card';
import { RoleSelects } from './RoleSelects';

/** When a sheet could not be understood for want of a column: its headings, to choose from. */
export function MissingColumns() {
  const { state, t } = usePane();
  const { stage } = state;
  const headings = stage.status === 'failed' && stage.preview === null ? headingsOf(stage.trouble) : [];
  if (headings.length === 0) return null;
  const columns = headings.map((heading, index) => ({
    index,
    heading,
    label: heading === '' ? t('pane.columnNumber', { number: index + 1 }) : heading,
  }));
  return (
    <Card title={t('pane.columns')}>
      <RoleSelects columns={columns} mapping={{}} />
    </Card>
  );
}

function headingsOf(trouble: Trouble): readonly string[] {
  return trouble.kind === 'reading' && 'headers' in trouble.error ? trouble.error.headers : [];
}
