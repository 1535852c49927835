import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { type TestContext, test } from 'node:test';
import pg from 'pg';
import { NOON, openTestStore } from '../../../test/support/open-test-store.ts';
import { aboutDocument, preparedDocument, preparedPdf } from '../../../test/support/prepared-document.ts';
import { correlationCode } from '../../base/correlation.ts';
import { DAY, HOUR, later } from '../../base/time.ts';
import {
  type DocumentStore,
  documentBounds,
  expireDocuments,
  type NewDocument,
  type PreparedDocument,
  viewDocument,
} from '../../domain/documents/index.ts';

async function open(t: TestContext) {
  const { store, url } = await openTestStore(t);
  const documents = <Answer>(work: (documents: DocumentStore) => Promise<Answer>) =>
    store.inTransaction(['documents'], (stores) => work(stores.documents));
  const add = (caseId: string, changes: Partial<NewDocument> = {}, prepared?: PreparedDocument) =>
    documents((each) => each.add(prepared ?? preparedDocument(), aboutDocument(caseId, changes)));
  const added = async (caseId: string, changes: Partial<NewDocument> = {}, prepared?: PreparedDocument) => {
    const outcome = await add(caseId, changes, prepared);
    if (outcome.kind !== 'added') throw new Error(outcome.kind);
    return outcome.document;
  };
  return { store, url, documents, add, added };
}

const find = async (documents: DocumentStore, caseId: string, id: string) =>
  (await documents.list(caseId)).find((each) => each.id === id) ?? null;

const textOf = (part: { readonly bytes: Uint8Array } | null) =>
  part && Buffer.from(part.bytes).toString('utf8');

test('a document comes back with its facts, its pages and its thumbnail', async (t) => {
  const { documents, added } = await open(t);
  const caseId = randomUUID();
  const image = await added(caseId, { question: 'q1' });
  const pdf = await added(caseId, { uploadedAt: later(NOON, HOUR), uploadedBy: 'officer' }, preparedPdf());
  await documents(async (each) => {
    const listed = await each.list(caseId);
    assert.deepEqual(listed, [image, pdf]);
    assert.equal(listed[0]?.name.reveal(), 'paspoort.jpg');
    assert.deepEqual(listed[0]?.size, { width: 640, height: 480 });
    assert.deepEqual(await find(each, caseId, pdf.id), pdf);
    assert.equal(pdf.pages, 2);
    assert.equal(textOf(await each.readPreview(caseId, image.id, 1)), 'the pixels of page 1');
    assert.equal(textOf(await each.readPreview(caseId, pdf.id, 2)), 'picture of page 2');
    assert.equal(textOf(await each.readPreview(caseId, pdf.id, 'thumbnail')), 'the pixels of the thumbnail');
    for (const page of [-1, 0, 3]) assert.equal(await each.readPreview(caseId, pdf.id, page), null);
    assert.equal(textOf(await each.readOriginal(caseId, pdf.id)), '%PDF-1.7 as it came');
    assert.equal((await each.readOriginal(caseId, image.id))?.type, 'image/jpeg');
  });
});

test('an id that belongs to another case finds nothing and changes nothing', async (t) => {
  const { documents, added } = await open(t);
  const { id } = await added(randomUUID());
  const other = randomUUID();
  await documents(async (each) => {
    assert.equal(await find(each, other, id), null);
    assert.equal(await each.readPreview(other, id, 1), null);
    assert.equal(await each.readOriginal(other, id), null);
    assert.equal(await each.reject(other, id, 'blurred', NOON), false);
    assert.equal(await each.remove(other, id, NOON), false);
    assert.deepEqual(await each.list(other), []);
  });
});

test('a question takes four documents and a case twelve, whatever comes in at once', async (t) => {
  const { documents, add } = await open(t);
  const caseId = randomUUID();
  const kindsOf = async (question: string | null, count: number) => {
    const outcomes = await Promise.all(Array.from({ length: count }, () => add(caseId, { question })));
    return outcomes.filter(({ kind }) => kind === 'added').length;
  };
  assert.equal(await kindsOf('q1', 8), documentBounds.perQuestion);
  assert.equal(await kindsOf(null, 12), documentBounds.perCase - documentBounds.perQuestion);
  assert.equal((await documents((each) => each.list(caseId))).length, documentBounds.perCase);
  assert.equal((await add(randomUUID())).kind, 'added');
});

test('a document that was rejected or taken back makes room', async (t) => {
  const { documents, add, added } = await open(t);
  const caseId = randomUUID();
  const question = 'q1';
  const first = await added(caseId, { question });
  const second = await added(caseId, { question });
  for (const _ of [3, 4]) await added(caseId, { question });
  assert.equal((await add(caseId, { question })).kind, 'too-many');
  await documents((each) => each.reject(caseId, first.id, 'De foto is niet scherp.', NOON));
  await documents((each) => each.remove(caseId, second.id, NOON));
  for (const _ of [1, 2]) assert.equal((await add(caseId, { question })).kind, 'added');
  assert.equal((await add(caseId, { question })).kind, 'too-many');
});

test('adding and taking back comes to an end', async (t) => {
  const { documents, add } = await open(t);
  const caseId = randomUUID();
  const addAndRemove = async (count: number) => {
    for (let done = 0; done < count; done += 1) {
      const outcome = await add(caseId);
      if (outcome.kind === 'too-many') return done;
      await documents((each) => each.remove(caseId, outcome.document.id, NOON));
    }
    return count;
  };
  assert.equal(await addAndRemove(documentBounds.everPerCase + 1), documentBounds.everPerCase);
});

test('a rejection keeps its reason, and neither it nor a removal happens twice', async (t) => {
  const { documents, added } = await open(t);
  const caseId = randomUUID();
  const [rejected, removed] = [await added(caseId), await added(caseId)];
  await documents(async (each) => {
    assert.equal(await each.reject(caseId, rejected.id, 'De foto is niet scherp.', NOON), true);
    assert.equal(await each.reject(caseId, rejected.id, 'Toch niet.', NOON), false);
    assert.equal(await each.remove(caseId, rejected.id, NOON), false);
    const kept = await find(each, caseId, rejected.id);
    assert.equal(kept?.rejected?.reason.reveal(), 'De foto is niet scherp.');
    assert.notEqual(await each.readPreview(caseId, rejected.id, 1), null);

    assert.equal(await each.remove(caseId, removed.id, NOON), true);
    assert.equal(await each.remove(caseId, removed.id, NOON), false);
    const gone = await find(each, caseId, removed.id);
    assert.deepEqual([gone?.removedAt, gone?.removedWhy, gone?.name.reveal()], [NOON, 'by-applicant', '']);
    assert.equal(await each.readPreview(caseId, removed.id, 1), null);
    assert.equal(await each.readOriginal(caseId, removed.id), null);
  });
});

test('retention removes content and name on its day, and leaves the facts', async (t) => {
  const { documents, added, url } = await open(t);
  const [closed, running] = [randomUUID(), randomUUID()];
  const document = await added(closed, {}, preparedPdf());
  await added(running);
  const due = later(NOON, 90 * DAY);
  await documents(async (each) => {
    await each.setRetention(closed, due);
    assert.deepEqual(await each.expireDue(later(due, -1)), []);
    assert.deepEqual(await each.expireDue(due), [{ case: closed, id: document.id }]);
    assert.deepEqual(await each.expireDue(due), []);
    const [kept] = await each.list(closed);
    assert.equal(kept?.removedWhy, 'retention');
    assert.equal(kept?.sha256, document.sha256);
    assert.equal(await each.readOriginal(closed, document.id), null);
    const [open] = await each.list(running);
    assert.equal(open?.removedAt, null);
  });
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(
    `select
    (select count(*)::int from document_pages where document = $1) as pages,
    (select original_sealed is null and name_sealed is null from documents where id = $1) as emptied`,
    [document.id],
  );
  await client.end();
  assert.deepEqual(rows, [{ pages: 0, emptied: true }]);
});

test('what retention removes, batch after batch, is recorded', async (t) => {
  const { store, documents, added } = await open(t);
  const caseId = randomUUID();
  for (const _ of [1, 2, 3]) await added(caseId);
  await documents((each) => each.setRetention(caseId, NOON));
  const expire = () =>
    store.inTransaction(['documents', 'audit'], (stores) =>
      expireDocuments(stores, NOON, correlationCode(new Uint8Array(8))),
    );
  assert.deepEqual([await expire(), await expire()], [3, 0]);
  const events = await store.audit.list();
  assert.deepEqual(
    events.map(({ kind, subject }) => [kind, subject?.id]),
    Array.from({ length: 3 }, () => ['document.expired', caseId]),
  );
});

test('every view leaves an audit event, and what is not there leaves none', async (t) => {
  const { store, added } = await open(t);
  const caseId = randomUUID();
  const { id } = await added(caseId, {}, preparedPdf());
  const view = (part: number | 'thumbnail' | 'original') =>
    store.inTransaction(['documents', 'audit'], (stores) =>
      viewDocument(stores, {
        case: caseId,
        id,
        part,
        actor: { kind: 'person', id: 'agent' },
        purpose: 'casework',
        correlation: correlationCode(new Uint8Array(8)),
      }),
    );
  assert.equal(textOf(await view(1)), 'picture of page 1');
  assert.equal(textOf(await view('original')), '%PDF-1.7 as it came');
  assert.equal(await view(3), null);
  const events = await store.audit.list();
  assert.deepEqual(
    events
      .map(({ kind, subject, details }) => [kind, subject?.id, details.document, details.part])
      .toSorted(),
    [
      ['document.viewed', caseId, id, '1'],
      ['document.viewed', caseId, id, 'original'],
    ],
  );
});
