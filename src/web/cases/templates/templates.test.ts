import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { dubois, lead } from '../../../../test/support/casework-fixtures.ts';
import { openDeskWeb } from '../../../../test/support/desk-web.ts';
import { openFakeTemplateDesk, templateVersion } from '../../../../test/support/fake-mail-desks.ts';
import { askKeys, defaultTemplate, mailKeys, refuseKeys } from '../../../domain/notification/index.ts';

const PATH = '/cases/templates/request-received/de';
const good = {
  subject: 'Ihr Antrag {reference}',
  body: 'Guten Tag {name},\n\nWir haben {reference}.\n\n[Ansehen]({link})',
};

function open(member = lead, ...versions: Parameters<typeof openFakeTemplateDesk>[0] & object) {
  const templates = openFakeTemplateDesk(versions);
  return { templates, web: openDeskWeb({ templates }, member) };
}

describe('templates', () => {
  test('are listed in four languages, with the version in use and drafts marked', async () => {
    const { web } = open(lead, templateVersion(2, { state: 'live' }), templateVersion(3, { state: 'draft' }));
    const { text } = await web.get('/cases/templates');
    const links = [...text.matchAll(/href="\/cases\/templates\/[a-z-]+\/[a-z]{2}"/g)];
    assert.equal(links.length, 4 * (mailKeys.length + askKeys.length + refuseKeys.length));
    assert.match(text, /Version 2<\/a> <span class="tag wait">Draft/);
  });

  test('can be read by every agent and changed by a lead alone', async () => {
    const { web, templates } = open();
    const reader = openDeskWeb({ templates });
    const { text } = await reader.get(PATH);
    assert.match(text, /You can read this text. A case lead can change it./);
    assert.doesNotMatch(text, /<textarea/);
    assert.equal((await reader.post(PATH, { ...good, basedOn: '0', do: 'save' })).status, 403);
    assert.equal((await reader.post(`${PATH}/live`, { version: '1' })).status, 403);
    assert.match((await web.get(PATH)).text, /<textarea/);
  });

  test('are saved as a draft, looked at, then put to use', async () => {
    const { web, templates } = open();
    const saved = await web.post(PATH, { ...good, basedOn: '0', do: 'save' });
    assert.match(
      (await web.get(saved.location ?? '')).text,
      /The draft is saved[\s\S]*The standard text is in use[\s\S]*Put version 1 into use/,
    );
    const live = await web.post(`${PATH}/live`, { version: '1' });
    assert.match(
      (await web.get(live.location ?? '')).text,
      /This text is now in use[\s\S]*Version 1 is in use since/,
    );
    assert.equal((await templates.listTemplates({}))[0]?.body, good.body);
    const again = await web.post(`${PATH}/live`, { version: '1' });
    assert.match((await web.get(again.location ?? '')).text, /no longer a draft/);
  });

  test('tell what is wrong with a text and keep what was typed', async () => {
    const { web, templates } = open();
    const typed = { subject: 'Code {code}', body: 'Guten Tag {nmae}, {link}' };
    for (const action of ['save', 'preview']) {
      const { status, text } = await web.post(PATH, { ...typed, basedOn: '0', do: action });
      assert.equal(status, 303);
      for (const words of [
        'Remove {nmae}: this text does not know it',
        'Add {reference}: this text needs it',
        'Put {link} in a button',
      ])
        assert.ok(text.includes(words), words);
      assert.ok(text.includes('Guten Tag {nmae}, {link}</textarea>'));
    }
    assert.deepEqual(await templates.listTemplates({}), []);
  });

  test('can be looked at without being saved; nothing in them acts', async () => {
    const { web, templates } = open();
    const body = `<script>alert(1)</script>\n\n${good.body}`;
    const { status, text } = await web.post(PATH, { ...good, body, basedOn: '0', do: 'preview' });
    assert.equal(status, 303);
    assert.match(
      text,
      /How it will look[\s\S]*&lt;script&gt;[\s\S]*Anna Müller[\s\S]*SLU-2M9D-K7PX[\s\S]*<span class="btn">Ansehen<\/span>/,
    );
    assert.doesNotMatch(text, /<script>alert/);
    assert.deepEqual(await templates.listTemplates({}), []);
  });

  test('that somebody else changed meanwhile are shown beside what was typed, and nothing is lost', async () => {
    const { web } = open(
      lead,
      templateVersion(1, { state: 'draft', editedBy: dubois.person, subject: 'Von Dubois {reference}' }),
    );
    const typed = { ...good, subject: 'Meine Fassung {reference}' };
    const { status, text } = await web.post(PATH, { ...typed, basedOn: '0', do: 'save' });
    assert.equal(status, 303);
    assert.match(text, /Mathieu Dubois saved another text in the meantime[\s\S]*Von Dubois \{reference\}/);
    assert.ok(
      text.includes('value="Meine Fassung {reference}"') && text.includes('name="basedOn" value="1"'),
    );
    assert.equal((await web.post(PATH, { ...typed, basedOn: '1', do: 'save' })).status, 303);
  });

  test('keep every version, and an old one can become a draft again', async () => {
    const { web } = open(lead, templateVersion(1), templateVersion(2, { state: 'live' }));
    const { text } = await web.get(PATH);
    assert.match(
      text,
      /Version 2[\s\S]*In use[\s\S]*Hilde Maes[\s\S]*Version 1[\s\S]*No longer in use[\s\S]*Standard text/,
    );
    assert.ok((await web.get(`${PATH}?from=1`)).text.includes('Fassung 1</'.replace('</', '"')));
    const standard = defaultTemplate('request-received', 'de').subject.replaceAll('&', '&amp;');
    assert.ok((await web.get(`${PATH}?from=0`)).text.includes(`value="${standard}"`));
  });

  test('that do not exist are not found', async () => {
    const { web } = open();
    for (const path of [
      '/cases/templates/nothing/de',
      '/cases/templates/request-received/es',
      '/cases/templates/__proto__/de',
    ])
      assert.equal((await web.get(path)).status, 404, path);
  });
});
