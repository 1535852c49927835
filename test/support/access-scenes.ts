import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { OidcApplication } from '../../src/domain/application/index.ts';
import type { Organisation } from '../../src/domain/organisation/index.ts';
import type { PersonId } from '../../src/domain/person/index.ts';
import type { AccessQuestion, PersonTies } from '../../src/domain/rights/index.ts';
import {
  always,
  anna,
  at,
  employ,
  lastYear,
  makeApplication,
  makeOrganisation,
  nextYear,
  noTies,
  represent,
} from './capacity-examples.ts';

const somebodyElse = randomUUID() as PersonId;
const elsewhere = 'gipod' as OidcApplication['id'];

/** Most of them count now: a right counts where several do at once. */
const validity = fc.record({
  from: fc.constantFrom(always.from, always.from, always.from, lastYear, nextYear),
  until: fc.constantFrom(null, null, null, nextYear, nextYear, lastYear, at),
});

const right = fc.record({
  validity,
  contexts: fc.subarray(['Planaanvrager', 'Raadpleger', 'Onbekend']),
  right: fc.constantFrom('KLIPgebruiker', 'Lezer', 'Afgeschaft'),
  application: fc.constantFrom(makeApplication().id, makeApplication().id, elsewhere),
});

const tie = fc.record({
  organisation: fc.constantFrom(0, 0, 1),
  isOneself: fc.constantFrom(true, true, false),
  relation: validity,
  rights: fc.array(right, { maxLength: 3 }),
  law: fc.option(fc.constantFrom(null, lastYear, nextYear), { nil: 'none' as const }),
});

const rules = fc.record({
  rightRequired: fc.boolean(),
  openToLegalRepresentatives: fc.boolean(),
  openTo: fc.subarray(
    [
      { targetGroup: 'EA', level: 'organisation' } as const,
      { targetGroup: 'LB', level: 'organisation' } as const,
    ],
    { minLength: 1 },
  ),
});

/** An application with a right that needs a context and one that has none. */
function applicationWith(changes: Partial<OidcApplication>): OidcApplication {
  const { rights } = makeApplication();
  const plain = {
    code: 'Lezer',
    name: { nl: 'Lezer' },
    description: null,
    contexts: [],
    contextRequired: false,
  };
  return makeApplication({ ...changes, rights: [...rights, plain] });
}

/** Any question: a person with ties of their own and others', to two organisations, about the first of them. */
export const accessQuestions: fc.Arbitrary<AccessQuestion> = fc
  .record({
    organisations: fc.tuple(validity, validity),
    group: fc.constantFrom('EA' as const, 'LB' as const),
    ties: fc.array(tie, { maxLength: 3 }),
    rules,
  })
  .map(({ organisations, group, ties, rules: changes }) => {
    const [asked, other] = [
      makeOrganisation(group, '0403019261', { validity: organisations[0] }),
      makeOrganisation('EA', '0206731645', { validity: organisations[1] }),
    ] as const;
    return {
      person: anna,
      organisation: asked,
      at,
      application: applicationWith(changes),
      ties: ties.reduce((before, each) => withTie(before, each, [asked, other]), noTies),
    };
  });

function withTie(
  ties: PersonTies,
  {
    organisation,
    isOneself,
    relation,
    rights,
    law,
  }: typeof tie extends fc.Arbitrary<infer Tie> ? Tie : never,
  organisations: readonly [Organisation, Organisation],
): PersonTies {
  const where = organisations[organisation === 0 ? 0 : 1];
  const person = isOneself ? anna : somebodyElse;
  const working = employ(ties, where, rights, { validity: relation, person });
  if (law === 'none') return working;
  const { representations, ...others } = represent(working, where, law);
  return {
    ...others,
    representations: representations.map((each, index) =>
      index === representations.length - 1 ? { ...each, person } : each,
    ),
  };
}
