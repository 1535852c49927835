import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, test } from 'node:test';
import { openCommandWorld } from '../../../../test/support/command-world.ts';
import { HOUR, later } from '../../../base/time.ts';
import { parseEnterpriseNumber } from '../../../domain/organisation/index.ts';
import { parseNationalNumber } from '../../../domain/person/index.ts';

const world = await openCommandWorld({ after });
const header =
  'target_group,code,name,legal_representative_national_number,head_administrator_national_number,function';
const [mother, daughter] = ['0403019261', '0428759497'] as const;

function digitsOf(counter: number): string {
  const nine = `700101${String(counter).padStart(3, '0')}`;
  return nine + String(97 - (Number(nine) % 97)).padStart(2, '0');
}

async function found(counter: number) {
  const read = parseNationalNumber(digitsOf(counter), new Date());
  assert.ok(read.kind === 'parsed');
  const person = await world.store.inTransaction(['persons'], ({ persons }) =>
    persons.findByNumber(read.number),
  );
  assert.ok(person);
  return person;
}

async function held(code: string) {
  const parsed = parseEnterpriseNumber(code);
  assert.ok(parsed);
  const organisation = await world.store.inTransaction(['organisations'], ({ organisations }) =>
    organisations.findByCode('EA', parsed),
  );
  assert.ok(organisation);
  return organisation;
}

/** Gives somebody an address: that of their work. */
async function works(counter: number, code: string) {
  const relation = {
    id: randomUUID(),
    person: (await found(counter)).id,
    organisation: (await held(code)).id,
  };
  await world.store.inTransaction(['organisations'], ({ organisations }) =>
    organisations.addWorkRelation({
      ...relation,
      userType: 'permanent',
      email: `p${counter}@example.org`,
      validity: { from: new Date('2026-01-01'), until: null },
    }),
  );
}

async function mail() {
  const taken = await world.store.outbox.take(['mail'], 10, new Date());
  return taken.flatMap(({ content }) => (content.kind === 'mail' ? [content.mail] : []));
}

async function bring(name: string, rows: string, columns = header) {
  const { value } = await world.typeJson(
    `organisation import ${await world.put(name, `${columns}\n${rows}\n`)}`,
  );
  return value;
}

const orphans = () =>
  world.store.inTransaction(['orphans'], async (stores) =>
    (await stores.orphans.list({ at: new Date(), after: null, most: 10 })).map(({ code }) => code),
  );

test('who is struck off acts and stays logged in no longer, and the others are told; with the last one an orphan is left', async () => {
  await bring(
    'first.csv',
    `EA,${mother},Moeder NV,${digitsOf(1)},,Bestuurder\nEA,${mother},Moeder NV,${digitsOf(2)},,\nEA,${daughter},Dochter BV,,${digitsOf(3)},`,
  );
  for (const counter of [1, 2]) await works(counter, mother);
  const { id } = await found(1);
  const end = later(new Date(), HOUR);
  const secret = await world.store.webSessions.open(
    'applicant',
    { case: randomUUID(), provenBy: 'link' },
    end,
    {
      foundation: { on: [id], since: new Date() },
    },
  );
  assert.ok(await world.store.webSessions.find('applicant', secret, new Date()));
  const second = `EA,${mother},Moeder NV,${digitsOf(2)},,`;
  assert.equal((await bring('second.csv', second)).endedRepresentations, 1);
  assert.equal(await world.store.webSessions.find('applicant', secret, new Date()), null);
  const [told, ...more] = await mail();
  assert.equal(more.length, 0);
  assert.equal(told?.template, 'representative-left');
  assert.equal(told?.to.reveal(), 'p2@example.org');
  assert.equal((await bring('second.csv', second)).endedRepresentations, 0);
  assert.deepEqual(await orphans(), []);
  assert.equal((await bring('third.csv', `EA,${mother},Moeder NV,-,,`)).orphaned, 1);
  assert.deepEqual(await orphans(), [mother]);
  const kinds = (await world.store.audit.list()).map(({ kind }) => kind);
  assert.equal(kinds.filter((kind) => kind === 'organisation.representative-struck-off').length, 2);
});

test('the embedded register answers who represents an organisation, with the number and the function', async () => {
  await bring('again.csv', `EA,${mother},Moeder NV,${digitsOf(1)},,Bestuurder`);
  const answer = await world.store.inTransaction(['enterpriseRegister'], ({ enterpriseRegister }) => {
    const code = parseEnterpriseNumber(mother);
    assert.ok(code);
    return enterpriseRegister.findByCode('EA', code, new Date());
  });
  assert.equal(answer?.name, 'Moeder NV');
  const shown = answer.representatives.map((each) => [each.number.digits.reveal(), each.function]);
  assert.deepEqual(shown, [[digitsOf(1), 'Bestuurder']]);
});

test('nothing goes over with a merger: whoever decides in the receiving organisation is asked', async () => {
  await works(3, daughter);
  const columns = 'target_group,code,name,merged_into';
  await bring('merged.csv', `EA,${mother},Moeder NV,${daughter}`, columns);
  const asked = (await mail()).find(({ template }) => template === 'organisation-taken-over');
  assert.equal(asked?.to.reveal(), 'p3@example.org');
  assert.match(asked.text, /Dochter BV.*Moeder NV/);
  const gone = await held(mother);
  assert.ok(gone.validity.until !== null && gone.mergedInto === (await held(daughter)).id);
});

test('a trial tells the counts and keeps nothing', async () => {
  const file = await world.put('trial.csv', `${header}\nEA,0206731645,Proef NV,,,\n`);
  const { code, out } = await world.type(`organisation import ${file} --dry-run`);
  assert.equal(code, 0);
  assert.match(out, /added 1.*\nThis was a trial: nothing was kept\./);
  assert.match((await world.type(`organisation import ${file}`)).out, /added 1/);
});
