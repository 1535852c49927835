import type { Application } from '../../../domain/application/index.ts';
import type { Tile } from '../../../domain/login-means/index.ts';
import type { Attempt } from '../../../login/index.ts';
import type { Frame } from '../../ui/frame.ts';
import { type Html, html } from '../../ui/html.ts';
import { layout } from '../../ui/layout.ts';
import { tileInWords } from '../../ui/means-words.ts';
import { applicationPill, banner, cancelButton, disclosure } from '../../ui/parts.ts';
import type { CertificateFailure } from './certificate-failures.ts';

/** Before the browser asks for a certificate: what one needs, the way there, and what to do when it does not ask or asks no more. */
export function certificatePage(
  frame: Frame,
  {
    application,
    attempt,
    tile,
    failure,
    go,
  }: {
    readonly application: Application;
    readonly attempt: Attempt;
    readonly tile: Tile;
    readonly failure: CertificateFailure | null;
    readonly go: string;
  },
): Html {
  const { words } = frame;
  const title = tileInWords(words, tile).name;
  return layout(frame, {
    title,
    body: html`${failure && failureBanner(frame, failure, attempt)}${applicationPill(frame, application)}
<h1>${title}</h1>
<p class="lede">${words.say('certificate.lede')}</p>
<h2>${words.say('certificate.need')}</h2>
<ul class="bullets"><li>${words.say('certificate.need.card')}</li><li>${words.say('certificate.need.software')}</li><li>${words.say('certificate.need.pin')}</li></ul>
<div class="row"><a class="btn" href="${go}">${words.say('certificate.go')}</a><a href="${frame.path}">${words.say('certificate.other')}</a></div>
${disclosure(words.say('certificate.silent'), html`<p>${words.say('certificate.silent.text')}</p>`)}
${disclosure(words.say('certificate.wrong'), html`<p>${words.say('certificate.wrong.text')}</p>`)}
${cancelButton(frame, application)}`,
  });
}

function failureBanner({ words }: Frame, failure: CertificateFailure, { correlation }: Attempt): Html {
  const text = words.say(`certificate.failed.${failure}.text`, { reference: correlation });
  return banner(
    failure === 'none' ? 'info' : 'warn',
    words.say(`certificate.failed.${failure}`),
    html`<p>${text}</p>`,
  );
}
