import type { CatalogueEffects, EffectOnRight } from '../../../domain/application/index.ts';

const VERBS: Readonly<Record<EffectOnRight['kind'], string>> = {
  loses: 'lose',
  gains: 'gain',
  'loses-contexts': 'lose contexts of',
  'gains-contexts': 'gain contexts of',
};

/** What a changed catalogue does to people, in lines: how many per right, and some of them by organisation. */
export function tellEffects({ counts, organisations, hasMore }: CatalogueEffects): readonly string[] {
  if (counts.length === 0) return ['Nobody loses or gains a right by it.'];
  return [
    ...counts.map(({ right, kind, count }) => `${count} ${VERBS[kind]} ${right}`),
    ...organisations.flatMap(({ targetGroup, code, name, people }) => [
      `${targetGroup}:${code}  ${name}`,
      ...people.map(
        (person) => `  ${person.name}: ${VERBS[person.kind]} ${person.right}${contextsOf(person)}`,
      ),
    ]),
    ...(hasMore ? ['and others, who are not named here'] : []),
  ];
}

function contextsOf(effect: EffectOnRight): string {
  return 'contexts' in effect ? ` (${effect.contexts.join(', ')})` : '';
}
