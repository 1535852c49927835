import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { openCommandWorld } from '../../../../test/support/command-world.ts';

const world = await openCommandWorld({ after });
const office = {
  targetGroup: 'GID',
  code: 'OVO000001',
  street: 'Voorbeeldstraat 1',
  postcode: '1000',
  municipality: 'Brussel',
  telephone: '+32 2 000 00 00',
  hours: { nl: 'elke werkdag van 9 tot 12 uur' },
};
const staff =
  'national_number,target_group,organisation_code,right,valid_from,valid_until\n85073003328,GID,OVO000001,Registratieambtenaar,2026-01-01,\n';

describe('office apply', () => {
  test('says where an office is, as soon as its organisation is known, and shows what changed', async () => {
    const apply = async (value: unknown, more = '') => {
      const { code, out, error } = await world.type(
        `office apply ${await world.put('office.json', JSON.stringify(value))}${more}`,
      );
      return { code, told: out + error };
    };
    assert.match((await apply(office)).told, /must be the code of an organisation that was imported/);
    const persons = `national_number,family_name,given_names,birth_date,birth_place,sex,nationality,street,postcode,municipality,country\n85073003328,Peeters,Jan,,,,,,,,\n`;
    await world.type(`register import ${await world.put('persons.csv', persons)}`);
    const organisations =
      'target_group,code,name,legal_representative_national_number,head_administrator_national_number\nGID,OVO000001,Dienst,,\n';
    await world.type(`organisation import ${await world.put('organisations.csv', organisations)}`);
    await world.type(`staff import ${await world.put('staff.csv', staff)}`);
    assert.match((await apply(office, ' --dry-run')).told, /^added/);
    assert.match((await apply(office)).told, /^added {5}Dienst {2}Voorbeeldstraat 1, 1000 Brussel/);
    assert.match((await apply(office)).told, /^unchanged/);
    assert.match((await apply({ ...office, byAppointment: true })).told, /^changed/);
    const [kept] = await world.store.inTransaction(['offices'], (stores) =>
      stores.offices.offices(new Date()),
    );
    assert.equal(kept?.name, 'Dienst');
    assert.deepEqual(kept?.place, {
      street: 'Voorbeeldstraat 1',
      postcode: '1000',
      municipality: 'Brussel',
      telephone: '+32 2 000 00 00',
      website: null,
      hours: { nl: 'elke werkdag van 9 tot 12 uur' },
      byAppointment: true,
    });
    for (const wrong of [
      { hours: {} },
      { telephone: '02 000' },
      { website: 'http://x.example' },
      { street: '' },
    ])
      assert.equal((await apply({ ...office, ...wrong })).code, 1, JSON.stringify(wrong));
  });
});
