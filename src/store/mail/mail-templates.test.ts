import assert from 'node:assert/strict';
import { test } from 'node:test';
import pg from 'pg';
import { mailSender } from '../../../test/support/mail-sender.ts';
import { openTestStore } from '../../../test/support/open-test-store.ts';
import { Redacted } from '../../base/redacted.ts';
import { composeMail, type TemplateDraft } from '../../domain/notification/index.ts';

const KEY = 'draft-expired';

function draftOf(body: string, basedOn: number, at: Date): TemplateDraft {
  return { key: KEY, language: 'nl', subject: 'Over {reference}', body, basedOn, by: 'noor', at };
}

test('a draft changes no mail until it is put to use', async (t) => {
  const { store, now } = await openTestStore(t);
  const compose = () =>
    store.inTransaction(['templates'], ({ templates }) =>
      composeMail(
        {
          template: KEY,
          values: {
            name: 'Anna',
            reference: 'SLU-2M9D-K7PX',
            link: 'https://login.example.org/x',
            until: '2026-12-23',
          },
        },
        { to: new Redacted('anna@example.eu'), language: 'nl', about: null },
        { templates, sender: mailSender },
      ),
    );
  const before = await compose();
  await store.inTransaction(['templates'], ({ templates }) =>
    templates.saveDraft(draftOf('Eigen tekst, {name}.', 0, now())),
  );
  assert.deepEqual({ ...(await compose()), to: null }, { ...before, to: null });
  const made = await store.inTransaction(['templates'], ({ templates }) =>
    templates.makeLive(KEY, 'nl', 1, { by: 'lead', at: now() }),
  );
  assert.equal(made.kind, 'live');
  assert.match((await compose()).text, /\nEigen tekst, Anna\.\n/);
});

test('of two people who change the same version, the second is told', async (t) => {
  const { store, now } = await openTestStore(t);
  const save = (body: string, basedOn: number) =>
    store.inTransaction(['templates'], ({ templates }) => templates.saveDraft(draftOf(body, basedOn, now())));
  const saved = await Promise.all([save('one', 0), save('two', 0)]);
  assert.deepEqual(saved.map(({ kind }) => kind).sort(), ['changed', 'saved']);
  assert.deepEqual(await save('three', 0), { kind: 'changed', newest: 1 });
  assert.deepEqual(await save('three', 1), { kind: 'saved', version: 2 });
  const versions = await store.inTransaction(['templates'], ({ templates }) => templates.versions(KEY, 'nl'));
  assert.deepEqual(
    versions.map(({ version, state }) => [version, state]),
    [
      [2, 'draft'],
      [1, 'retired'],
    ],
  );
});

test('one version is live at a time, whoever is first, and only a draft becomes live', async (t) => {
  const { store, now } = await openTestStore(t);
  await store.inTransaction(['templates'], ({ templates }) => templates.saveDraft(draftOf('one', 0, now())));
  const makeLive = (version: number) =>
    store.inTransaction(['templates'], ({ templates }) =>
      templates.makeLive(KEY, 'nl', version, { by: 'lead', at: now() }),
    );
  const made = await Promise.all([makeLive(1), makeLive(1), makeLive(7)]);
  assert.deepEqual(made.map(({ kind }) => kind).sort(), ['live', 'not-a-draft', 'not-a-draft']);
  await store.inTransaction(['templates'], ({ templates }) => templates.saveDraft(draftOf('two', 1, now())));
  await makeLive(2);
  const all = await store.inTransaction(['templates'], ({ templates }) => templates.all());
  assert.deepEqual(
    all.map(({ version, state, madeLiveAt }) => [version, state, madeLiveAt]),
    [[2, 'live', now()]],
  );
});

test('the database itself keeps what a version said', async (t) => {
  const { store, now, url } = await openTestStore(t);
  await store.inTransaction(['templates'], ({ templates }) => templates.saveDraft(draftOf('one', 0, now())));
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await assert.rejects(client.query(`update mail_templates set body = 'other'`), /never changes/);
  await assert.rejects(client.query('delete from mail_templates'), /never changes/);
  await client.end();
});
