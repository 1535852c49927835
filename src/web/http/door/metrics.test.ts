import assert from 'node:assert/strict';
import type { ServerResponse } from 'node:http';
import { test } from 'node:test';
import type { CountryCode } from '../../../domain/eidas-country/index.ts';
import { type Figures, openMetrics } from './metrics.ts';

test('the figures tell how the connection to each country stands, and go on without the database', async () => {
  const health = [{ code: 'EE' as CountryCode, kind: 'metadata-expiring' }] as const;
  const read = async (countries: Figures['countries']) => {
    let text = '';
    const nothing = async () => Promise.reject(new Error('no database'));
    const response = { writeHead: () => response, end: (body: string) => (text = body) };
    await openMetrics({ mail: nothing, duties: nothing, countries }).answer(
      response as unknown as ServerResponse,
    );
    return text;
  };
  const told = await read(async () => health);
  assert.match(told, /sluis_country_health\{country="EE",health="metadata-expiring"\} 1/);
  assert.match(told, /sluis_country_health\{country="EE",health="working"\} 0/);
  const silent = await read(() => Promise.reject(new Error('no database')));
  assert.doesNotMatch(silent, /country="EE"/);
});
