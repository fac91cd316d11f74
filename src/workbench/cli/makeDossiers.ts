import type { Clientele, Hooks, PageResult, Trouble } from '../../app/types';
import { fail, ok } from '../../domain/shared/result';
import type { Result } from '../../domain/shared/result';

/**
 * Lets so many clients have a dossier, key ones first, then the largest; those that stand count and stay of the variant
 * they are. Answers with all that stand afterwards.
 */
export async function makeDossiers(
  clientele: Clientele,
  standing: readonly PageResult[],
  count: number,
  hooks: Hooks,
): Promise<Result<readonly PageResult[], Trouble>> {
  const known = new Set(standing.map(({ client }) => client));
  const clients = clientele
    .dossierChoices()
    .slice(0, count)
    .map(({ key }) => key)
    .filter((key) => !known.has(key));
  const made = await clientele.createDossiers({ clients, variant: 'key' }, hooks);
  if (!made.ok) return made;
  const { pages, trouble } = made.value;
  return trouble ? fail(trouble) : ok([...standing, ...pages]);
}
