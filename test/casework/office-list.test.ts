import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { OfficeFilter } from '#src/domain/casework/index.ts';
import { newPerson, parseNationalNumber } from '#src/domain/person/index.ts';
import { systemRandomness } from '#src/processes/wiring/randomness.ts';
import { withReason } from '../../src/domain/acting/index.ts';
import { openCaseworkWalk, typedAtCounter } from '../support/casework-walk.ts';
import { beekdorp, lindeberg } from '../support/offices.ts';
import { testMember } from '../support/test-member.ts';

const REASON = 'Somebody has to see the person.';
const all = { list: 'open', search: '', page: 1 } as const;

describe('the list of an office', () => {
  test('holds what the office opened and what was handed to it, who comes first, and nothing of other offices', async (t) => {
    const walk = await openCaseworkWalk(t);
    const officer = await walk.member('Yasmine', 'registration-officer');
    const there = testMember({
      ...(await walk.member('Geert', 'registration-officer')),
      organisation: beekdorp.organisation,
    });
    const noor = await walk.member('Noor');
    const sent = await walk.send();
    const taken = await walk.desk.takeNextCase({ by: noor });
    assert.ok(taken.kind === 'taken' && taken.case.id === sent.id);
    const handed = await walk.desk.handOverToOffice({
      by: withReason(noor, REASON),
      case: sent.id,
      version: taken.case.version,
      office: lindeberg.organisation,
    });
    assert.equal(handed.kind, 'done');
    walk.pass(60_000);
    const opened = await walk.counter.openAtCounter({ by: officer, typed: typedAtCounter });
    assert.ok(opened.kind === 'opened');
    const { rows, counts, hasMore } = await walk.counter.listAtCounter({ by: officer, filter: all });
    assert.deepEqual(
      rows.map(({ id, isHere }) => [id, isHere]),
      [
        [sent.id, true],
        [opened.case.id, false],
      ],
    );
    assert.deepEqual([counts, hasMore], [{ open: 2, waiting: 0, done: 0 }, false]);
    assert.deepEqual((await walk.counter.listAtCounter({ by: there, filter: all })).rows, []);
    const find = async (search: string, list: OfficeFilter['list'] = 'open') =>
      (await walk.counter.listAtCounter({ by: officer, filter: { list, search, page: 1 } })).rows.map(
        ({ id }) => id,
      );
    assert.deepEqual(await find('dup\u200bont claire'), [opened.case.id]);
    assert.deepEqual(await find(opened.case.reference.toLowerCase()), [opened.case.id]);
    assert.deepEqual(await find('nobody of that name'), []);
    assert.deepEqual(await find('dupont', 'done'), []);
    assert.deepEqual(
      (await walk.counter.listAtCounter({ by: officer, filter: { ...all, page: 2 } })).rows,
      [],
    );
    const agent = await walk.counter.listAtCounter({ by: noor, filter: all });
    assert.deepEqual(agent.rows, [], 'agents have no office');
  });

  test('leaves out the case of the officer, and tells the trail whom it showed', async (t) => {
    const walk = await openCaseworkWalk(t);
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
    const claire = newPerson(registered, systemRandomness, walk.now());
    await walk.inTransaction(['register', 'persons'], async (stores) => {
      await stores.register.addPerson(registered);
      await stores.persons.add(claire);
    });
    const officer = await walk.member('Yasmine', 'registration-officer');
    const opened = await walk.counter.openAtCounter({ by: officer, typed: typedAtCounter });
    assert.ok(opened.kind === 'opened');
    const own = await walk.counter.listAtCounter({ by: { ...officer, person: claire.id }, filter: all });
    assert.deepEqual([own.rows, own.counts.open], [[], 0]);
    assert.equal((await walk.counter.listAtCounter({ by: officer, filter: all })).rows.length, 1);
    const { reference } = opened.case;
    const looks = (await walk.store.audit.looks.at({ reference })) ?? [];
    const [look, ...others] = looks.filter(({ kind }) => kind === 'registration-office.list-viewed');
    assert.deepEqual([look?.ways, look?.details.list, others], [['listed'], 'open', []]);
    assert.deepEqual(look?.actor, { kind: 'person', id: officer.person }, 'a list of nobody is no look');
  });
});
