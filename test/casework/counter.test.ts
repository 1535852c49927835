import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, test } from 'node:test';
import { newPerson, parseNationalNumber } from '../../src/domain/person/index.ts';
import { systemRandomness } from '../../src/processes/wiring/randomness.ts';
import { type CaseworkWalk, openCaseworkWalk, typedAtCounter as typed } from '../support/casework-walk.ts';

/** Puts Claire into the register, and among the people whom Sluis knows. */
async function registerClaire(walk: CaseworkWalk) {
  const parsed = parseNationalNumber('85501799845', walk.now());
  assert.ok(parsed.kind === 'parsed');
  const registered = {
    number: parsed.number,
    familyName: 'Dupont',
    givenNames: 'Claire Marie',
    birthDate: { year: 1985, month: 10, day: 17 },
    birthPlace: 'Lille',
    sex: 'female',
    nationality: 'FR',
    address: { street: null, postcode: null, municipality: null, country: 'FR' },
  } as const;
  const person = newPerson(registered, systemRandomness, walk.now());
  await walk.inTransaction(['register', 'persons'], async (stores) => {
    await stores.register.addPerson(registered);
    await stores.persons.add(person);
  });
  return { registered, person };
}

describe('the counter', () => {
  test('tells all that is wrong with what was typed at once, down to the digits of the number', async (t) => {
    const walk = await openCaseworkWalk(t);
    const officer = await walk.member('Yasmine', 'registration-officer');
    const wrong = {
      familyName: '',
      'birthDate-day': '31',
      'birthDate-month': '2',
      sex: '',
      number: '123',
      checked: '',
    };
    const answer = await walk.counter.openAtCounter({
      by: officer,
      typed: { ...typed, ...wrong, email: 'x', addressLines: '' },
    });
    assert.ok(answer.kind === 'wrong');
    assert.deepEqual(answer.errors.map(({ field, code }) => `${field} ${code}`).toSorted(), [
      'addressLines empty',
      'birthDate not-a-date',
      'checked agree',
      'email not-an-email',
      'familyName empty',
      'number length',
      'sex choose',
    ]);
  });

  test('opens a case that goes to the agents, under a reference for the person', async (t) => {
    const walk = await openCaseworkWalk(t);
    const officer = await walk.member('Yasmine', 'registration-officer');
    const opened = await walk.counter.openAtCounter({ by: officer, typed });
    assert.ok(opened.kind === 'opened', JSON.stringify(opened));
    assert.equal(opened.case.state.kind, 'new');
    assert.equal(opened.case.origin, 'office');
    assert.equal(opened.case.answers.document?.number, '12AB34567');
    const found = await walk.counter.findByReference({
      by: officer,
      reference: opened.case.reference.toLowerCase(),
    });
    assert.equal(found?.id, opened.case.id);
    assert.equal(
      (await walk.counter.findAtCounter({ by: officer, case: opened.case.id }))?.id,
      opened.case.id,
    );
  });

  test('opens one case for one form, however often it is sent', async (t) => {
    const walk = await openCaseworkWalk(t);
    const officer = await walk.member('Yasmine', 'registration-officer');
    const once = randomUUID();
    const first = await walk.counter.openAtCounter({ by: officer, typed: { ...typed, once } });
    const second = await walk.counter.openAtCounter({ by: officer, typed: { ...typed, once } });
    assert.ok(first.kind === 'opened' && second.kind === 'opened');
    assert.equal(second.case.reference, first.case.reference);
  });

  test('opens a case of its own for a form that names the case of somebody else', async (t) => {
    const walk = await openCaseworkWalk(t);
    const officer = await walk.member('Yasmine', 'registration-officer');
    const other = await walk.send();
    const answer = await walk.counter.openAtCounter({ by: officer, typed: { ...typed, once: other.id } });
    assert.ok(answer.kind === 'opened');
    assert.notEqual(answer.case.id, other.id);
    const once = randomUUID();
    const first = await walk.counter.openAtCounter({ by: officer, typed: { ...typed, once } });
    assert.ok(first.kind === 'opened');
    assert.notEqual(first.case.id, once, 'what the form brings is never the id of the case');
    const colleague = await walk.member('Geert', 'registration-officer');
    const second = await walk.counter.openAtCounter({ by: colleague, typed: { ...typed, once } });
    assert.ok(second.kind === 'opened');
    assert.notEqual(second.case.id, first.case.id, 'a form is that of one officer');
  });

  test('opens one case for one form that is sent twice at the same moment', async (t) => {
    const walk = await openCaseworkWalk(t);
    const officer = await walk.member('Yasmine', 'registration-officer');
    const once = randomUUID();
    const sent = await Promise.all(
      [1, 2, 3].map(() => walk.counter.openAtCounter({ by: officer, typed: { ...typed, once } })),
    );
    const ids = sent.map((each) => each.kind === 'opened' && each.case.id);
    assert.equal(new Set(ids).size, 1);
    assert.ok(ids[0]);
  });

  test('records no number that is nobody’s, and leaves a trace of the try', async (t) => {
    const walk = await openCaseworkWalk(t);
    const officer = await walk.member('Yasmine', 'registration-officer');
    const answer = await walk.counter.openAtCounter({
      by: officer,
      typed: { ...typed, number: '91020399465' },
    });
    assert.deepEqual(answer, { kind: 'wrong', errors: [{ field: 'number', code: 'not-registered' }] });
    const events = await walk.store.audit.list({ kind: 'registration-office.number-refused' });
    assert.deepEqual(
      events.map(({ actor, details }) => [actor, details]),
      [[{ kind: 'person', id: officer.person }, { reason: 'not-registered' }]],
    );
  });

  test('opens and records nothing about the officer in person', async (t) => {
    const walk = await openCaseworkWalk(t);
    const officer = await walk.member('Yasmine', 'registration-officer');
    const { registered, person } = await registerClaire(walk);
    const number = registered.number.digits.reveal();
    const self = { ...officer, person: person.id };
    const own = [{ field: 'familyName', code: 'own-case' }];
    assert.deepEqual(await walk.counter.openAtCounter({ by: self, typed: { ...typed, number } }), {
      kind: 'wrong',
      errors: own,
    });
    assert.deepEqual(
      await walk.counter.openAtCounter({ by: self, typed }),
      { kind: 'wrong', errors: own },
      'without a number',
    );
    const { 'birthDate-day': _, 'birthDate-month': _also, ...yearAlone } = typed;
    assert.deepEqual(await walk.counter.openAtCounter({ by: self, typed: yearAlone }), {
      kind: 'wrong',
      errors: own,
    });
    const colleague = await walk.counter.openAtCounter({ by: officer, typed: { ...typed, number } });
    assert.ok(colleague.kind === 'opened');
    assert.equal(await walk.counter.findAtCounter({ by: self, case: colleague.case.id }), null);
  });

  test('is closed to agents, and hides drafts', async (t) => {
    const walk = await openCaseworkWalk(t);
    const agent = await walk.member('Lotte', 'case-agent');
    const officer = await walk.member('Yasmine', 'registration-officer');
    const draft = await walk.open();
    assert.equal((await walk.counter.openAtCounter({ by: agent, typed })).kind, 'not-allowed');
    assert.equal(await walk.counter.findAtCounter({ by: officer, case: draft.id }), null);
    const sent = await walk.send({ identifier: 'DE/BE/other' as never });
    assert.equal(await walk.counter.findAtCounter({ by: agent, case: sent.id }), null);
    assert.equal(await walk.counter.findByReference({ by: agent, reference: sent.reference }), null);
  });
});
