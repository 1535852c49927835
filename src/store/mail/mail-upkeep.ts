import { DAY } from '../../base/time.ts';
import type { Forgotten } from '../ground/upkeep.ts';

const BATCH = 10_000;

/**
 * What is forgotten of mail, each with how long after: of mail about a case stays when it went and by which template, as long as
 * the case may be disputed; a mail that came back keeps its address and text as long as somebody may send it again.
 */
export const mailUpkeep: readonly Forgotten[] = [
  [
    {
      name: 'upkeep.outbox',
      text: `delete from outbox where id in (
        select id from outbox where done_at < $1 and about is null limit ${BATCH} for update skip locked)`,
    },
    30 * DAY,
  ],
  [
    {
      name: 'upkeep.outbox_of_cases',
      text: `delete from outbox where id in (
        select id from outbox where done_at < $1 and about is not null limit ${BATCH} for update skip locked)`,
    },
    365 * DAY,
  ],
  [
    {
      name: 'upkeep.outbox_bounced',
      text: `delete from outbox where id in (
        select id from outbox where bounced_at < $1 and done_at is null limit ${BATCH} for update skip locked)`,
    },
    365 * DAY,
  ],
  [
    {
      name: 'upkeep.outbox_payloads',
      text: `update outbox set payload = null where id in (
        select id from outbox where bounced_at < $1 and payload is not null limit ${BATCH} for update skip locked)`,
    },
    30 * DAY,
  ],
];
