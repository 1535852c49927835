import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { caseId, caseOf, caseRows, caseView, noor } from '../../../test/support/casework-fixtures.ts';
import { openFakeDesk } from '../../../test/support/fake-desk.ts';
import { fakeStaff, openFakeWeb, staffCookieHeader, staffToken } from '../../../test/support/fake-web.ts';
import type { CaseId } from '../../domain/casework/index.ts';

/** The pages in a browser that keeps its cookies; `rows` is what every list holds, page by page. */
function open(rows: (page: number) => typeof caseRows = () => caseRows) {
  const fake = openFakeDesk({
    viewCase: async ({ case: id }) => ({
      kind: 'view',
      view: caseView(caseOf({ kind: 'assigned', agent: noor.person }, { id })),
    }),
    listCases: async ({ filter }) => ({
      rows: rows(filter.page),
      total: 30,
      atLeast: false,
      names: new Map(),
      countries: ['DE'],
    }),
  });
  const { app } = openFakeWeb({ desk: fake.desk, staff: fakeStaff(noor) });
  const jar = new Map<string, string>();
  const cookie = () =>
    [staffCookieHeader, 'sluis_language=en', ...[...jar].map(([name, value]) => `${name}=${value}`)].join(
      '; ',
    );
  async function send(path: string, init: RequestInit = {}) {
    const answer = await app.request(path, { ...init, headers: { ...init.headers, cookie: cookie() } });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      jar.set(name, value);
    }
    return { location: answer.headers.get('location') ?? '', text: await answer.text() };
  }
  return {
    jar,
    get: (path: string) => send(path),
    post: (path: string, fields: Record<string, string>) =>
      send(path, {
        method: 'POST',
        body: new URLSearchParams({ csrf: staffToken, version: '4', ...fields }),
      }),
    /** Opens a case by its link in a list, as a click does. */
    async click(list: string, id: CaseId) {
      const { text } = await send(list);
      const link = new RegExp(`href="(/cases/${id}[^"]*)"`).exec(text)?.[1] ?? '';
      const { location } = await send(link.replaceAll('&amp;', '&'));
      return send(location);
    },
  };
}

const backIn = (text: string) =>
  /class="back"><a href="([^"]+)"/.exec(text)?.[1]?.replaceAll('&amp;', '&') ?? '';

describe('a case that was opened from a list', () => {
  const list = '/cases/list?list=all&status=new&country=DE&sort=name.desc&page=2';

  test('leads back to that list with its filter, order and page, from every part of the case', async () => {
    const { get, click } = open();
    assert.equal(backIn((await click(list, caseId(2))).text), list);
    for (const part of ['documents', 'messages', 'history', 'notes'])
      assert.equal(backIn((await get(`/cases/${caseId(2)}/${part}`)).text), list, part);
  });

  test('leads back to the right one of two lists, whichever window was used last', async () => {
    const { get, click } = open();
    const other = '/cases/list?list=waiting';
    await click(list, caseId(2));
    await click(other, caseId(3));
    assert.equal(backIn((await get(`/cases/${caseId(2)}`)).text), list);
    assert.equal(backIn((await get(`/cases/${caseId(3)}`)).text), other);
    assert.equal(backIn((await get(`/cases/${caseId(4)}`)).text), '/cases/list');
  });

  test('leads to the next one, also when what was decided took it out of the list', async () => {
    const here = caseRows[1]?.id ?? caseId(2);
    const behind = caseRows[2]?.id;
    const { get, click } = open();
    const { text } = await click(list, here);
    assert.match(text, new RegExp(`href="/cases/${here}/next">Next case in this list`));
    const next = (await get(`/cases/${here}/next`)).location;
    assert.ok(next.startsWith(`/cases/${behind}?from=`));
    assert.equal(backIn((await get((await get(next)).location)).text), list);

    const left = open(() => caseRows.filter(({ id }) => id !== here));
    const shown = open();
    await shown.click(list, here);
    for (const [name, value] of shown.jar) left.jar.set(name, value);
    assert.ok((await left.get(`/cases/${here}/next`)).location.startsWith(`/cases/${behind}?from=`));
  });

  test('at the end of a list leads back to it, and says so', async () => {
    const last = caseRows.at(-1)?.id ?? caseId(5);
    const { get, click } = open();
    await click(list, last);
    const { location } = await get(`/cases/${last}/next`);
    assert.equal(location, `${list}&end=yes`);
    assert.match((await get(location)).text, /That was the last case of this list/);
  });

  test('leads on after a decision', async () => {
    const { get, click } = open();
    await click(list, caseId(2));
    const { text } = await get(`/cases/${caseId(2)}?done=linked`);
    assert.match(text, new RegExp(`The eID is linked[\\s\\S]*href="/cases/${caseId(2)}/next"`));
    const alone = await get(`/cases/${caseId(4)}?done=refused`);
    assert.match(alone.text, /The request is refused[\s\S]*action="\/cases\/next"/);
  });

  test('leads to no other place, whatever the address says', async () => {
    const { get, jar } = open();
    for (const from of [
      '0.//evil.example',
      '0.list=//evil.example',
      'https://evil.example',
      '0.\r\nx',
      '99.list=all',
    ]) {
      const path = `/cases/${caseId(2)}?from=${encodeURIComponent(from)}`;
      const { location } = await get(path);
      assert.ok(location === '' || location === `/cases/${caseId(2)}`, from);
      assert.match(backIn((await get(`/cases/${caseId(2)}`)).text), /^\/cases\/list/);
    }
    jar.set('sluis_lists', `${caseId(2)}~0.%2F%2Fevil!%E0%A4%A`);
    assert.match(backIn((await get(`/cases/${caseId(2)}`)).text), /^\/cases\/list/);
  });

  test('remembers a bounded number of places', async () => {
    const { get, jar } = open();
    for (let place = 1; place < 60; place += 1)
      await get(
        `/cases/${caseId(place)}?from=${encodeURIComponent('3.list=all&status=new&country=DE&language=de')}`,
      );
    assert.ok((jar.get('sluis_lists') ?? '').length <= 3000);
  });
});
