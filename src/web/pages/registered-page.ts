import { copyable } from '../ui/copyable.ts';
import { type Fragment, type Html, html } from '../ui/html.ts';
import { layout } from '../ui/layout.ts';
import { applicationPill, linkButton, nameOf } from '../ui/parts.ts';
import { identityFacts } from './identity-facts.ts';
import type { JourneyProps } from './journey-page.ts';

/** The person has no number to give: the data are kept, there is a reference, and this is what happens next. No access yet. */
export function registeredPage({ frame, application, page, contact }: JourneyProps<'registered'>): Html {
  const { words, countries } = frame;
  const name = nameOf(application, words.language);
  const title = words.say('registered.title');
  const country = countries.name({ code: page.identity.country, name: {} }, words.language);
  const step = (state: string, head: string, text: Fragment = null): Html =>
    html`<li class="${state}"><b>${head}</b>${text && html`<small>${text}</small>`}</li>`;
  return layout(frame, {
    title,
    body: html`${applicationPill(frame, application)}
<h1>${title}</h1>
<p class="lede">${words.say('registered.lede', { application: name })}</p>
<section class="card reference"><h2>${words.say('registered.reference')}</h2>
${copyable(frame, page.reference)}
<p>${words.say('registered.keep')}</p>
<p><button type="button" class="btn sec sm" data-print hidden>${words.say('registered.print')}</button></p></section>
<h2>${words.say('registered.next')}</h2>
<ol class="steps">
${step('done', words.say('registered.step.received'), words.say('registered.step.received.text', { country }))}
${step('now', words.say('registered.step.check'), words.say('registered.step.check.text', contact))}
${step('', words.say('registered.step.document'))}
${step('', words.say('registered.step.number'), words.say('registered.step.number.text'))}
${step('', words.say('registered.step.access'), words.mark('registered.step.access.text', {}, ['/help/belgian-company', '/help/foreign-company']))}
</ol>
<section class="card"><h2>${words.say('number.received', { country })}</h2>${identityFacts(frame, page.identity)}</section>
<div class="row">${linkButton(frame, 'go-back', words.say('registered.back'))}${linkButton(frame, 'give-up', words.say('frame.returnTo', { application: name }))}</div>`,
  });
}
