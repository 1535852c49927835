import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { DAY, later } from '../../src/base/time.ts';
import type { Case, CaseId } from '../../src/domain/casework/index.ts';
import type { RegistrationReference } from '../../src/domain/registration/index.ts';
import type { Store } from '../../src/store/index.ts';
import { nameFunctions } from './many-persons.ts';

const STEP = 50_000;

/**
 * Puts cases of two years into the store, 4 in 100 of them open. Countries and agents repeat unevenly, names as names do. All have
 * one sealed content, of the usual size: lists open nothing that is sealed.
 */
export async function putManyCases(store: Store, client: pg.Client, amount: number): Promise<void> {
  const one = caseOfSomebody();
  await store.inTransaction(['cases'], ({ cases }) => cases.add(one));
  const { rows } = await client.query<{ content_sealed: Buffer }>('select content_sealed from cases');
  await client.query(nameFunctions);
  await client.query('select setseed(0.5)');
  for (let first = 1; first < amount; first += STEP) {
    await client.query(CASES, [first, Math.min(first + STEP, amount) - 1, rows[0]?.content_sealed]);
  }
  await client.query('vacuum analyze cases');
}

function caseOfSomebody(): Case {
  const now = new Date();
  const name = (latin: string) => ({ latin, original: null });
  return {
    id: randomUUID() as CaseId,
    reference: 'SLU-GGGG-GGGG' as RegistrationReference,
    version: 1,
    origin: 'office',
    openedBy: null,
    handedTo: null,
    applicant: {
      familyName: name('Musterfrau'),
      givenNames: name('Anna Katharina'),
      birthName: name('Beispiel'),
      birthDate: { year: 1990, month: 1, day: 1 },
      country: 'DE',
      identity: null,
    },
    answers: {
      previousNames: ['Beispiel'],
      remark: 'My name is written in another way on my identity card.',
      birthPlace: 'Köln',
      birthCountry: 'DE',
      sex: 'female',
      nationalities: ['DE'],
      address: { lines: 'Teststraße 1', postcode: '50667', municipality: 'Köln', country: 'DE' },
      document: { type: 'identity-card', number: 'L01X00T47', issuedBy: 'DE', expiresOn: '2031-05-01' },
      email: 'anna.musterfrau@example.eu',
      emailConfirmedAt: now,
      pendingEmail: null,
      telephone: '+4922112345678',
      language: 'de',
    },
    reason: 'has-none',
    application: null,
    state: { kind: 'new' },
    repliedAfter: null,
    openedAt: now,
    submittedAt: now,
    targetAt: later(now, 14 * DAY),
    changedAt: now,
  };
}

const CASES = `
  insert into cases (id, reference, version, origin, identity_hash, content_sealed, name, search_name, country, reason, application,
    language, state, outcome, agent, email_hash, document_hash, opened_at, submitted_at, target_at, due_at, next_duty_at,
    decided_at, changed_at)
  select gen_random_uuid(), 'SLU-' || left(code, 4) || '-' || right(code, 4), 4, case when i % 17 = 0 then 'office' else 'eidas' end,
    sha256(convert_to('identity ' || i, 'UTF8')), $3, given || ' ' || family, lower(' ' || family || ' ' || given),
    (string_to_array('FR DE NL IT PL ES PT RO EL SE CZ HU AT BG DK FI SK IE HR LT SI LV EE CY LU MT LI NO IS UA', ' '))[country],
    'has-none', null, case when luck < 0.45 then 'en' when luck < 0.85 then 'fr' when luck < 0.98 then 'nl' else 'de' end,
    state, case when state = 'decided' then (array['linked', 'new-number', 'refused'])[1 + agent % 3] end,
    case when state not in ('draft', 'new', 'reopened', 'handed-over', 'withdrawn', 'expired') then
      md5('agent ' || agent)::uuid end,
    sha256(convert_to('mail ' || i / 2, 'UTF8')), sha256(convert_to('document ' || i, 'UTF8')),
    opened, case when state <> 'draft' then opened end, case when state <> 'draft' then opened + interval '14 days' end,
    case when state = 'waiting' then opened + interval '30 days' end,
    case when state in ('waiting', 'draft') then opened + interval '30 days' end,
    case when state = 'decided' then least(now(), opened + took) end, least(now(), opened + took)
  from (
    select drawn.*, translate(upper(lpad(to_hex(i::bigint * 2654435761 % 4294967296), 8, '0')), '01', 'GH') as code,
      now() - case when state in ('decided', 'withdrawn', 'expired') then random() * interval '730 days'
        else random() * random() * interval '40 days' end as opened,
      interval '2 days' + random() * interval '20 days' as took
    from (
      select i, pg_temp.family(pg_temp.skewed(46000, 30)) as family, pg_temp.given(pg_temp.skewed(2300, 8)) as given,
        random() as luck, 1 + least(29, pg_temp.skewed(29, 3)) as country, pg_temp.skewed(40, 6) as agent,
        case when i % 25 = 0 then (array['new', 'new', 'assigned', 'assigned', 'assigned', 'waiting', 'waiting', 'answered',
            'to-confirm', 'reopened', 'handed-over', 'draft'])[1 + (i / 25) % 12]
          when i % 40 = 1 then 'withdrawn' when i % 40 = 2 then 'expired' else 'decided' end as state
      from generate_series($1::int, $2::int) as i
    ) as drawn
  ) as told`;
