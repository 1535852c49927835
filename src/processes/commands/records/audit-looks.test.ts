import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { after, before, describe, test } from 'node:test';
import { auditEvent } from '../../../../test/support/audit-example.ts';
import { type CommandWorld, openCommandWorld } from '../../../../test/support/command-world.ts';
import { numberOf, personWith } from '../../../../test/support/open-test-store.ts';
import { storedCase } from '../../../../test/support/stored-case.ts';
import { Redacted } from '../../../base/redacted.ts';

describe('sluis audit looks', () => {
  let world: CommandWorld;
  const number = numberOf('85073003328');
  const person = personWith({ number });
  const agent = personWith({ givenNames: 'Lotte', familyName: 'Verhaegen' });
  const request = storedCase();
  const endings: (() => Promise<void>)[] = [];
  before(async () => {
    world = await openCommandWorld({ after: (work) => endings.push(work) });
    await world.store.inTransaction(['persons', 'cases'], async ({ persons, cases }) => {
      await persons.add(person);
      await persons.add(agent);
      await cases.add(request);
    });
    await world.store.audit.record(
      auditEvent({
        kind: 'case.candidates-viewed',
        actor: { kind: 'person', id: agent.id },
        reason: new Redacted('the names on the passport\nare spelt otherwise'),
        concerned: [
          { way: 'candidate', number: number.digits },
          { way: 'shown', applicantOf: request.id },
        ],
      }),
    );
  });
  after(async () => {
    for (const end of endings) await end();
  });

  test('tells who looked, when and how, by the id of the person, the reference or the number', async () => {
    const file = await world.put('number', 'x');
    await writeFile(file, '85.07.30-033.28\n');
    for (const [asked, way] of [
      [`--person ${person.id}`, 'candidate'],
      [`--reference ${request.reference}`, 'shown'],
      [`--number-file ${file}`, 'candidate'],
    ]) {
      const { code, out } = await world.type(`audit looks ${asked}`);
      assert.equal(code, 0);
      assert.match(out, new RegExp(`Lotte Verhaegen  case\\.candidates-viewed  \\(${way}\\)`));
      assert.doesNotMatch(out, /8507300?3328|Musterfrau/);
    }
    const { value } = await world.typeJson(`audit looks --person ${person.id}`);
    const looks = value.looks as readonly { readonly kind: string; readonly ways: readonly string[] }[];
    assert.deepEqual(looks.at(-1)?.ways, ['candidate']);
  });

  test('tells the reason that was given, only when it is asked for', async () => {
    const why = 'why: the names on the passport are spelt otherwise';
    const line = `audit looks --reference ${request.reference}`;
    assert.ok(!(await world.type(line)).out.includes('passport'));
    assert.ok((await world.type(`${line} --reasons`)).out.includes(why));
    assert.match(JSON.stringify((await world.typeJson(`${line} --reasons`)).value), /spelt otherwise/);
  });

  test('is a look itself, and named as one', async () => {
    await world.type(`audit looks --person ${person.id}`);
    const { out } = await world.type(`audit looks --person ${person.id}`);
    assert.match(out, /audit\.looks-listed {2}\(searched\) {2}by=person/);
  });

  test('refuses what names nobody, or somebody in two ways', async () => {
    for (const wrong of [
      '',
      '--person x',
      '--reference x',
      `--person ${person.id} --reference ${request.reference}`,
    ])
      assert.equal((await world.type(`audit looks ${wrong}`.trim())).code, 1, wrong);
    const unknown = await world.type('audit looks --reference SLU-2222-2222');
    assert.equal(unknown.code, 1);
    assert.match(unknown.error, /Nobody is known by this/);
    assert.equal((await world.type(`audit looks --person ${person.id} --before x`)).code, 1);
  });
});
