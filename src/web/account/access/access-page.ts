import { addDays, dayOf } from '../../../base/calendar.ts';
import { holds } from '../../../base/time.ts';
import type { HeldAccess, HeldRight, OwnAccess } from '../../../domain/access-request/index.ts';
import type { Application } from '../../../domain/application/index.ts';
import { codeInWords } from '../../ui/access/code-in-words.ts';
import { rightByName } from '../../ui/access/wish-words.ts';
import type { Frame } from '../../ui/frame.ts';
import { type Fragment, type Html, html } from '../../ui/html.ts';
import { dateTag, disclosure, nameOf } from '../../ui/parts.ts';
import { accountLayout } from '../account-layout.ts';

type Props = OwnAccess & { readonly now: Date; readonly notice: Fragment };

/** A4: what somebody may do for which organisation, why, and what they asked for. */
export function accessPage(frame: Frame, props: Props): Html {
  const { words } = frame;
  const live = props.held.filter(
    ({ relation }) => relation.validity.until === null || relation.validity.until > props.now,
  );
  const ended = props.held.flatMap(({ organisation, rights }) =>
    rights.filter(isOver(props.now)).map((right) => ({ organisation, right })),
  );
  return accountLayout(frame, {
    title: words.say('access.title'),
    section: 'access',
    notice: props.notice,
    body: html`<p class="lede">${words.say('access.lede')}</p>
${live.length === 0 && html`<p><b>${words.say('access.none')}</b></p><p>${words.say('access.none.text')}</p>`}
${live.map((each) => organisationCard(frame, each, props))}
${requests(frame, props)}
${more(frame, props.applications)}
${
  ended.length > 0 &&
  disclosure(
    words.say('access.history'),
    html`<ul>${ended.map(({ organisation, right }) => html`<li><span translate="no">${rightByName(right, props.applications, words)}, ${organisation.name}</span>: ${periodOf(frame, right, props.now)}</li>`)}</ul>`,
  )
}`,
  });
}

function organisationCard(frame: Frame, held: HeldAccess, { applications, now }: Props): Html {
  const { words } = frame;
  const { organisation, relation, rights } = held;
  const items = rights
    .filter((right) => !isOver(now)(right))
    .map(
      (
        right,
      ) => html`<li><b translate="no">${rightByName(right, applications, words)}</b> <small>${periodOf(frame, right, now)}</small>
${disclosure(words.say('access.why'), html`<p>${whyInWords(frame, organisation.name, right)}</p>`)}
<p><a href="/account/access/give-up/${right.id}">${words.say('access.giveUp')}<span class="vh">: ${rightByName(right, applications, words)}</span></a></p></li>`,
    );
  return html`<section class="card"><h2><span translate="no">${organisation.name}</span> <small class="num" translate="no">${codeInWords(organisation)}</small></h2>
<p>${words.say(`access.relation.${relation.userType}`)}</p>${items.length > 0 && html`<ul class="apart">${items}</ul>`}</section>`;
}

/** Who gave it, and on what it rests. */
function whyInWords({ words }: Frame, organisation: string, { given, validity }: HeldRight): string {
  const date = words.date(given.at ?? validity.from);
  return given.name === null
    ? words.say('access.why.import', { organisation, date })
    : words.say('access.why.person', { name: given.name, organisation, date });
}

function periodOf(frame: Frame, { validity: { from, until } }: HeldRight, now: Date): Fragment {
  const { words } = frame;
  if (until !== null && until <= now) return words.say('access.ended', { date: words.date(until) });
  if (from > now) return words.say('access.from', { date: words.date(from) });
  if (until === null) return words.say('access.noEnd');
  return words.say('access.until', { date: words.date(addDays(dayOf(until), -1)) });
}

function requests(frame: Frame, { requests: all, applications }: Props): Html {
  const { words } = frame;
  const items = all.map((each) => {
    const what =
      each.wish.kind === 'work-relation'
        ? words.say('requests.relation')
        : rightByName(each.wish, applications, words);
    return html`<li><a href="/account/access/requests/${each.id}"><span translate="no">${each.organisationName}, ${what}</span></a> <small>${dateTag(frame, each.askedAt)} · ${words.say(`requests.state.${each.state}`)}</small></li>`;
  });
  return html`<section class="card"><h2>${words.say('access.requests')}</h2>${items.length > 0 ? html`<ul>${items}</ul>` : html`<p>${words.say('access.requests.none')}</p>`}</section>`;
}

/** The applications in which somebody needs a right that they can ask for. */
function more({ words }: Frame, applications: readonly Application[]): Html {
  const asked = applications.filter(({ protocol, rights }) => protocol === 'oidc' && rights.length > 0);
  return html`<section class="card"><h2>${words.say('access.more')}</h2><ul>${asked.map(
    (each) =>
      html`<li><a href="/account/access/ask?application=${encodeURIComponent(each.id)}" translate="no">${nameOf(each, words.language)}</a></li>`,
  )}<li><a href="/account/access/ask">${words.say('access.more.relation')}</a></li></ul></section>`;
}

function isOver(now: Date) {
  return ({ validity }: HeldRight): boolean => !holds(validity, now) && validity.from <= now;
}
