import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { lead } from '../../../../test/support/casework-fixtures.ts';
import { fakeStaff, openFakeWeb, staffCookieHeader } from '../../../../test/support/fake-web.ts';
import { reportExample } from '../../../../test/support/report-example.ts';
import { languages } from '../../../base/language.ts';
import type { CaseReport, ReportPeriod } from '../../../domain/case-reports/index.ts';

function open(report: CaseReport = reportExample) {
  const asked: ReportPeriod[] = [];
  const reports = {
    async of(period: ReportPeriod) {
      asked.push(period);
      return report;
    },
    backlog: async () => report,
  };
  const { app } = openFakeWeb({ staff: fakeStaff(lead), reports });
  const get = (query = '', language = 'en') =>
    app.request(`/cases/reports${query}`, {
      headers: { cookie: staffCookieHeader, 'accept-language': language },
    });
  return { asked, get };
}

describe('reports', () => {
  for (const language of languages) {
    test(`are pictures with their finding in words, as a table and as a file, in ${language}`, async () => {
      const body = await (await open().get('', language)).text();
      assert.equal(body.match(/<figure class="chart"/g)?.length, 4);
      assert.equal(body.match(/<figcaption>[^<]+<\/figcaption>/g)?.length, 4);
      assert.equal(body.match(/<svg viewBox="0 0 760 \d+" role="img" aria-labelledby/g)?.length, 4);
      assert.equal(body.match(/<table class="list">/g)?.length, 4);
      assert.equal(body.match(/format=csv/g)?.length, 4);
      assert.doesNotMatch(body, / style="/);
    });
  }

  test('say what the pictures say', async () => {
    const body = await (await open().get()).text();
    assert.match(body, /48 cases are open: 5 are past the target date and 1 is older than 10 working days\./);
    assert.match(body, /Half of the cases were decided within 3 working days\./);
    assert.match(body, /123 cases were decided; most came from Germany: 65\./);
  });

  test('never name a country with fewer than five cases', async () => {
    const body = await (await open().get()).text();
    assert.match(body, /Greece/);
    assert.doesNotMatch(body, /Estonia|Lithuania/);
    assert.match(body, /Other countries/);
  });

  test('are of the period that was asked, of ninety days otherwise', async () => {
    const { get, asked } = open();
    await get('?period=30d');
    await get('?period=1000d');
    await get();
    assert.deepEqual(asked, ['30d', '90d', '90d']);
    assert.match(await (await get('?period=365d')).text(), /<option value="365d" selected>/);
  });

  test('come as a file of comma-separated values', async () => {
    const answer = await open().get('?format=csv&chart=outcomes&period=30d');
    assert.equal(answer.headers.get('content-type'), 'text/csv; charset=utf-8');
    assert.equal(answer.headers.get('content-disposition'), 'attachment; filename="sluis-outcomes-30d.csv"');
    const text = Buffer.from(await answer.arrayBuffer()).toString();
    assert.match(text, /^\ufeffCountry,Existing number,New number,Refused\r\nGermany,40,22,3\r\n/);
    assert.match(text, /\r\nOther countries,1,5,0\r\n$/);
  });

  test('say so when there is nothing', async () => {
    const nothing: CaseReport = { backlog: [], late: 0, weeks: [], outcomes: [], medianDays: null };
    const answer = await open(nothing).get();
    const body = await answer.text();
    assert.equal(answer.status, 200);
    assert.match(body, /No case is open\./);
    assert.match(body, /There is nothing to show for this period\./);
  });
});
