import { agreementOf } from '../../../domain/application/index.ts';
import { parseTargetGroup } from '../../../domain/organisation/index.ts';
import type { SharedItem } from '../../../login/index.ts';
import type { PlainKey } from '../../texts/values.ts';
import { type Fragment, type Html, html } from '../../ui/html.ts';
import type { JourneyProps } from '../../ui/journey-page.ts';
import { layout } from '../../ui/layout.ts';
import { answerForm, applicationPill, banner, facts, linkButton, nameOf } from '../../ui/parts.ts';
import type { Words } from '../../ui/words.ts';
import { rightInWords } from './capacity-words.ts';
import { linkedFacts } from './linked-page.ts';

const claimTexts: Readonly<Record<string, PlainKey>> = {
  sub: 'claim.sub',
  given_name: 'claim.given_name',
  family_name: 'claim.family_name',
  name: 'claim.name',
  email: 'claim.email',
  rrn: 'claim.rrn',
  vo_id: 'claim.vo_id',
  vo_orgcode: 'claim.vo_orgcode',
  vo_orgnaam: 'claim.vo_orgnaam',
  vo_doelgroepcode: 'claim.vo_doelgroepcode',
  vo_doelgroepnaam: 'claim.vo_doelgroepnaam',
  vo_email: 'claim.vo_email',
  acr: 'claim.acr',
  wv_orgcode: 'claim.wv_orgcode',
};

/** P12: what the application will receive, with its values and where they come from, before it receives it. */
export function sharingPage(props: JourneyProps<'sharing'>): Html {
  const { frame, application, page } = props;
  const { words } = frame;
  const named = { application: nameOf(application, words.language) };
  const title = words.say('sharing.title', named);
  const rows = page.items.map(
    (item) =>
      [
        claimInWords(item, agreementOf(application).roleClaim?.name ?? null, words),
        html`${meaningOf(item, props)}<span class="value" translate="no">${item.value}</span><small>${words.say(`sharing.source.${item.source}`)}</small>`,
      ] as const,
  );
  return layout(frame, {
    title,
    body: html`${page.justLinked && banner('ok', words.say('linked.notice'), linkedFacts(frame, page.justLinked))}
${applicationPill(frame, application)}
<h1>${title}</h1>
<p class="lede">${words.say('sharing.lede')}</p>
<section class="card">${facts(rows)}</section>
<div class="row">${answerForm(frame, 'confirm-sharing', html`<button class="btn">${words.say('sharing.agree')}</button>`)}${linkButton(frame, 'give-up', words.say('sharing.refuse', named))}</div>`,
  });
}

/** What a code that is sent means: the user rights and the target group by their names. */
function meaningOf(
  { claim, value }: SharedItem,
  { frame: { words }, application, page: { capacity } }: JourneyProps<'sharing'>,
): Fragment {
  if (claim === agreementOf(application).roleClaim?.name && 'rights' in capacity)
    return capacity.rights.map(
      (granted) => html`<span translate="no">${rightInWords(application, granted, words)}</span><br>`,
    );
  const group = claim === 'vo_doelgroepcode' ? parseTargetGroup(value) : null;
  return group && html`<span>${words.say(`group.${group}`)}</span><br>`;
}

/** A claim by its name in words; one that has none by the name on the wire. */
function claimInWords({ claim }: SharedItem, roleClaim: string | null, words: Words): Fragment {
  const key = Object.hasOwn(claimTexts, claim) ? claimTexts[claim] : undefined;
  if (key) return words.say(key);
  return claim === roleClaim ? words.say('claim.role') : html`<code translate="no">${claim}</code>`;
}
