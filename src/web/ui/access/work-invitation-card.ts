import { lastDayBefore } from '../../../base/calendar.ts';
import type { WorkInvitationView } from '../../../domain/work-invitation/index.ts';
import type { Frame } from '../frame.ts';
import { type Fragment, type Html, html } from '../html.ts';
import { facts } from '../parts.ts';

/** What somebody is invited to: by whom, for which organisation, as what, with what, and until when they may answer. */
export function workInvitationFacts(
  { words }: Frame,
  { invitation, organisation, inviter }: WorkInvitationView,
): Html {
  const { relation, rights, administration } = invitation.content;
  const rows: readonly (readonly [Fragment, Fragment] | null)[] = [
    [words.say('work.organisation'), html`<span translate="no">${organisation.name}</span>`],
    [words.say('work.inviter'), html`<span translate="no">${inviter}</span>`],
    relation.type === null ? null : [words.say('people.type'), words.say(`people.type.${relation.type}`)],
    relation.from === null ? null : [words.say('people.from'), words.date(relation.from)],
    [
      words.say('people.until'),
      relation.until === null ? words.say('people.until.none') : words.date(relation.until),
    ],
    rights.length === 0
      ? null
      : [
          words.say('people.rights'),
          html`<span translate="no">${words.list(rights.map(({ right }) => right))}</span>`,
        ],
    administration === null
      ? null
      : [words.say('work.administration'), words.say('work.administration.text')],
    [words.say('work.answerUntil'), words.date(lastDayBefore(invitation.expiresAt))],
  ];
  return facts(rows.filter((row) => row !== null));
}
