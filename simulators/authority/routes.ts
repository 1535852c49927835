import { Hono } from 'hono';
import { html } from 'hono/html';
import type { Clock } from '../../src/base/time.ts';
import { addAssets } from '../ground/assets.ts';
import { framePage, type Html } from '../ground/frame.ts';
import { securityHeaders } from '../ground/headers.ts';
import { answerStatus, writeList } from './answer-status.ts';
import { CARD_PASSWORD, type DemoCard, demoCards } from './cards.ts';
import type { AuthorityKeys } from './keys.ts';
import { writeP12 } from './write-p12.ts';

type AuthorityPages = { readonly clock: Clock; keys(): AuthorityKeys };

const MOST_QUESTION_BYTES = 4096;

/** The authority on the web: its cards for people, and its answers for machines. */
export function makeAuthorityPages({ clock, keys }: AuthorityPages): Hono {
  const app = new Hono();
  app.use(securityHeaders(() => []));
  addAssets(app);
  app.get('/', (context) => context.html(cardsPage()));
  app.get('/root.crt', (context) =>
    context.body(keys().belgium.root.certificate.toString('pem'), 200, {
      'content-type': 'application/x-x509-ca-cert',
      'content-disposition': 'attachment; filename="demo-belgium-root.crt"',
    }),
  );
  app.get('/cards/:file{[a-z-]+\\.p12}', (context) => {
    const code = context.req.param('file').replace(/\.p12$/, '');
    const card = demoCards.find((each) => each.code === code);
    const issued = keys().cards.get(code);
    if (!card || !issued) return context.html(missingPage(), 404);
    const { root, citizens } = keys().belgium;
    const file = writeP12(issued, [citizens, root], { name: nameOf(card), password: CARD_PASSWORD });
    return context.body(Uint8Array.from(file), 200, {
      'content-type': 'application/x-pkcs12',
      'content-disposition': `attachment; filename="${code}.p12"`,
    });
  });
  app.post('/ocsp/:place{citizens|foreigners}', async (context) => {
    const question = new Uint8Array(await context.req.arrayBuffer());
    if (question.length > MOST_QUESTION_BYTES) return context.body(null, 413);
    const place = context.req.param('place') === 'foreigners' ? 'foreigners' : 'citizens';
    const { belgium } = keys();
    const isRevoked = (serial: string) => revokedIn(keys()).includes(serial);
    const responder = { issuer: belgium[place], signer: belgium[`${place}Responder`], isRevoked };
    const answer = answerStatus(question, responder, 'honest', clock());
    return context.body(Uint8Array.from(answer), 200, { 'content-type': 'application/ocsp-response' });
  });
  app.get('/lists/:file{(root|citizens|foreigners)\\.crl}', async (context) => {
    const name = context.req.param('file').replace(/\.crl$/, '') as 'root' | 'citizens' | 'foreigners';
    const revoked = name === 'citizens' ? revokedIn(keys()) : [];
    const list = await writeList(keys().belgium[name], revoked, clock());
    return context.body(Uint8Array.from(list), 200, { 'content-type': 'application/pkix-crl' });
  });
  app.all('/down/*', (context) => context.body(null, 503));
  return app;
}

/** The serial numbers of the cards that were reported lost. */
function revokedIn({ cards }: AuthorityKeys): readonly string[] {
  return demoCards
    .filter(({ trouble }) => trouble === 'revoked')
    .flatMap(({ code }) => cards.get(code)?.certificate.serialNumber ?? []);
}

function nameOf({ holder }: DemoCard): string {
  return `${holder.givenNames} ${holder.familyName}`;
}

function authorityPage(title: string, main: Html): Html {
  const face = {
    name: 'Demo authority',
    tagline: 'Plays the issuer of Belgian eID cards',
    theme: 'fas' as const,
    home: '/',
    demo: 'These cards are of people who do not exist.',
  };
  return framePage({ face, language: 'en', title, skip: 'Skip to the content', main });
}

function cardsPage(): Html {
  return authorityPage(
    'Cards of the demo',
    html`<div class="stack-l"><div class="stack"><h1>Cards of the demo</h1>
<p class="lede">A real eID card keeps its certificate on its chip. These are the same certificates in files, so that you can log in without a card. The password of each file is <strong>${CARD_PASSWORD}</strong>.</p>
<ul class="cards">${demoCards.map(
      (card) =>
        html`<li><a class="card-choice" href="/cards/${card.code}.p12" download><span class="name">${nameOf(card)}</span><span class="facts">${card.note}</span><span class="facts">Download ${card.code}.p12</span></a></li>`,
    )}</ul></div>
<div class="stack"><h2>How to put a card into your browser</h2>
<p><strong>Chromium, Chrome and Edge</strong>: Settings, Privacy and security, Security, Manage certificates, Your certificates, Import. Choose the file and type the password.</p>
<p><strong>Firefox</strong>: Settings, Privacy &amp; Security, Certificates, View Certificates, Your Certificates, Import. Choose the file and type the password.</p>
<p>Then log in to an application with “eID card or certificate in your browser”. The demo's own port has a certificate that no browser knows: yours warns you once. Go on by Advanced, or import <a href="/root.crt" download>the root of the demo</a> as an authority for web sites first. Remove it afterwards.</p></div></div>`,
  );
}

function missingPage(): Html {
  return authorityPage(
    'No such card',
    html`<h1>No such card</h1><p><a href="/">All cards of the demo</a></p>`,
  );
}
