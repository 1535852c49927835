import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { accessQuestions } from '../../../test/support/access-scenes.ts';
import { tries } from '../../../test/support/tries.ts';
import type { Application } from '../application/index.ts';
import { decide } from '../rights/index.ts';
import type { PersonInList, WorkRelationId } from '../work-relation/index.ts';
import { actingFor, actingOf, rowOf } from './overview.ts';

describe('an overview of access', () => {
  test('says yes of a right where that right lets the person act at that moment, and nowhere else', () => {
    fc.assert(
      fc.property(accessQuestions, (question) => {
        const { person, organisation, ties, at } = question;
        // The scenes are made of whole applications.
        const application = question.application as Application;
        const tied = { person: inList(person), ties, usedOn: new Map() };
        const decision = decide(question);
        const paths = decision.kind === 'yes' ? decision.paths : [];
        const { cells } = rowOf(tied, organisation, application, at);
        for (const [place, { code }] of application.rights.entries()) {
          const counts = paths.some((path) => path.by === 'right' && path.right.right === code);
          assert.equal(cells[place]?.kind === 'yes', counts);
        }
      }),
      { numRuns: tries(500) },
    );
  });

  test('lists somebody with an application, and an application with somebody, where they may act there', () => {
    fc.assert(
      fc.property(accessQuestions, (question) => {
        const { person, organisation, ties, at } = question;
        // The scenes are made of whole applications.
        const application = question.application as Application;
        const may = decide(question).kind === 'yes';
        const tied = { person: inList(person), ties, usedOn: new Map() };
        assert.equal(actingOf(tied, organisation, [application], at).acts.length === 1, may);
        const all = actingFor(person, { ...ties, organisations: [organisation] }, [application], at);
        assert.equal(all.length === 1, may);
      }),
      { numRuns: tries(500) },
    );
  });

  test('ends a right no later than its relation and its organisation', () => {
    fc.assert(
      fc.property(accessQuestions, (question) => {
        const { person, organisation, ties, at } = question;
        // The scenes are made of whole applications.
        const application = question.application as Application;
        const { cells } = rowOf(
          { person: inList(person), ties, usedOn: new Map() },
          organisation,
          application,
          at,
        );
        for (const cell of cells) {
          if (cell.kind !== 'yes') continue;
          const { until } = organisation.validity;
          assert.ok(until === null || (cell.until !== null && cell.until <= until));
          assert.ok(cell.until === null || cell.until > at);
        }
      }),
      { numRuns: tries(500) },
    );
  });
});

function inList(person: PersonInList['person']): PersonInList {
  return {
    ...{
      relation: 'r' as WorkRelationId,
      person,
      givenNames: 'Anna',
      familyName: 'Mertens',
      type: 'permanent',
    },
    ...{
      jobTitle: null,
      email: null,
      validity: { from: new Date(0), until: null },
      rights: 0,
      lastLoginAt: null,
    },
  };
}
