import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { accessQuestions } from '../../../test/support/access-scenes.ts';
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
} from '../../../test/support/capacity-examples.ts';
import { tries } from '../../../test/support/tries.ts';
import { holds, type Validity } from '../../base/time.ts';
import {
  type AccessPath,
  type AccessQuestion,
  decide,
  decideEach,
  explain,
  type Fact,
  type PersonTies,
  preview,
  type UserRight,
} from './index.ts';

const organisation = makeOrganisation('EA', '0403019261');
const ask = (ties: PersonTies, changes: Partial<AccessQuestion> = {}): AccessQuestion => ({
  person: anna,
  ties,
  application: makeApplication(),
  organisation,
  at,
  ...changes,
});
const pathsOf = (question: AccessQuestion): readonly AccessPath[] => {
  const decision = decide(question);
  return decision.kind === 'yes' ? decision.paths : [];
};

/** What somebody would conclude who reads the facts and nothing else. */
function concludes(facts: readonly Fact[]): boolean {
  const any = (name: Fact['fact']) => facts.some((each) => each.fact === name && each.holds);
  const way =
    any('right') ||
    (any('law') && any('law-is-enough')) ||
    (any('work-relation') && any('work-relation-is-enough'));
  return any('open') && any('organisation') && way;
}

describe('a decision', () => {
  test('names each right with its contexts, its relation and who gave it', () => {
    const given = { by: anna, as: 'administrator', at: lastYear, confirmedBy: null } as const;
    const ties = employ(noTies, organisation, [{ contexts: ['Planaanvrager', 'Onbekend'], given }]);
    const [path, ...others] = pathsOf(ask(ties));
    assert.deepEqual(others, []);
    assert.ok(path?.by === 'right');
    assert.deepEqual(path.contexts, ['Planaanvrager']);
    assert.deepEqual([path.relation, path.right.given], [ties.workRelations[0], given]);
  });

  test('names the law and the work relation where they are enough, beside a right', () => {
    const ties = represent(employ(noTies, organisation, [{}]), organisation);
    const application = makeApplication({ rightRequired: false });
    const paths = pathsOf(ask(ties, { application }));
    assert.deepEqual(
      paths.map(({ by }) => by),
      ['right', 'law', 'work-relation'],
    );
  });

  test('says of a stranger that nothing ties them, and never why another may', () => {
    const others = employ(noTies, organisation, [{}], { person: 'somebody else' as typeof anna });
    assert.deepEqual(decide(ask(others)), { kind: 'no', denials: [{ kind: 'not-tied' }] });
  });

  test('lists all that stands in the way, nearest to being solved first', () => {
    const ties = employ(noTies, organisation, [
      { validity: { ...always, until: lastYear } },
      { validity: { from: nextYear, until: null } },
      { contexts: [] },
    ]);
    assert.deepEqual(decide(ask(ties)), {
      kind: 'no',
      denials: [
        { kind: 'context-missing', right: 'KLIPgebruiker' },
        { kind: 'right-not-yet', from: nextYear },
        { kind: 'right-ended', on: lastYear },
      ],
    });
  });

  test('is what its explanation says', () => {
    fc.assert(
      fc.property(accessQuestions, (question) => {
        assert.equal(decide(question).kind === 'yes', concludes(explain(question)));
      }),
      { numRuns: tries(2000) },
    );
  });

  test('is yes by rights and no among the questions of these tests', () => {
    const asked = fc.sample(accessQuestions, { numRuns: 300, seed: 1 });
    assert.ok(asked.some((question) => decide(question).kind === 'no'));
    assert.ok(asked.some((question) => pathsOf(question).some(({ by }) => by === 'right')));
  });

  test('never counts a right outside its period, of an ended relation or organisation, without its context, gone from the catalogue, or of somebody else', () => {
    fc.assert(
      fc.property(accessQuestions, (question) => {
        for (const path of pathsOf(question)) {
          if (path.by !== 'right') continue;
          assert.ok(mayCount(path.right, question));
          assert.ok(path.contexts.every((each) => path.right.contexts.includes(each)));
        }
      }),
      { numRuns: tries(2000) },
    );
  });

  test('counts every right that may', () => {
    fc.assert(
      fc.property(accessQuestions, (question) => {
        const isOpen = question.application.openTo.some(
          ({ targetGroup }) => targetGroup === question.organisation.targetGroup,
        );
        const counting = question.ties.rights.filter((right) => isOpen && mayCount(right, question));
        const told = pathsOf(question).flatMap((path) => (path.by === 'right' ? [path.right] : []));
        assert.deepEqual(told, counting);
      }),
      { numRuns: tries(2000) },
    );
  });

  test('is the same whether one organisation is asked about or each', () => {
    fc.assert(
      fc.property(accessQuestions, (question) => {
        const { organisation: asked, ...others } = question;
        assert.deepEqual(decideEach(others, [asked]).get(asked.id), decide(question));
      }),
    );
  });
});

describe('a preview', () => {
  test('begins with what is decided now, and ends with what would be decided once it was done', () => {
    fc.assert(
      fc.property(accessQuestions, accessQuestions, (question, other) => {
        const rights = other.ties.rights.map((right) => ({ kind: 'put-right', right }) as const);
        const relations = other.ties.workRelations.map(
          (relation) => ({ kind: 'put-relation', relation }) as const,
        );
        const { before, after } = preview(question, [...relations, ...rights]);
        assert.deepEqual(before, decide(question));
        const done = {
          ...question.ties,
          workRelations: [...question.ties.workRelations, ...other.ties.workRelations],
          rights: [...question.ties.rights, ...other.ties.rights],
        };
        assert.deepEqual(after, decide({ ...question, ties: done }));
        assert.deepEqual(preview(question, []).after, before);
      }),
    );
  });

  test('of ending a right or a relation takes away what rests on it, from that moment on', () => {
    const ties = employ(noTies, organisation, [{}]);
    const [right, relation] = [ties.rights[0]?.id ?? '', ties.workRelations[0]?.id ?? ''];
    for (const [change, kind] of [
      [{ kind: 'end-right', right, at }, 'right-ended'],
      [{ kind: 'end-relation', relation, at }, 'relation-ended'],
    ] as const) {
      const { before, after } = preview(ask(ties), [change]);
      assert.equal(before.kind, 'yes');
      assert.ok(after.kind === 'no');
      assert.equal(after.denials[0].kind, kind);
      assert.equal(preview(ask(ties), [{ ...change, at: nextYear }]).after.kind, 'yes');
    }
  });

  test('of ending never prolongs', () => {
    const ties = employ(noTies, organisation, [{ validity: { ...always, until: lastYear } }]);
    const change = { kind: 'end-right', right: ties.rights[0]?.id ?? '', at: nextYear } as const;
    assert.equal(preview(ask(ties), [change]).after.kind, 'no');
  });
});

/** The rule once more, as one would say it. */
function mayCount(
  right: UserRight,
  { person, ties, application, organisation: where, at: now }: AccessQuestion,
) {
  const isNow = ({ validity }: { readonly validity: Validity }) => holds(validity, now);
  const relation = ties.workRelations.find(({ id }) => id === right.workRelation);
  const definition = application.rights.find(({ code }) => code === right.right);
  return (
    right.application === application.id &&
    right.organisation === where.id &&
    relation?.organisation === where.id &&
    relation.person === person &&
    [right, relation, where].every(isNow) &&
    definition !== undefined &&
    (!definition.contextRequired || right.contexts.some((each) => definition.contexts.includes(each)))
  );
}
