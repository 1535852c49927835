import assert from 'node:assert/strict';
import { test } from 'node:test';
import { emptyRequest, requestView } from '../../../test/support/fake-requests.ts';
import { sentRequests } from '../../../test/support/sent-requests.ts';
import { attempt, klip, pages } from '../../../test/support/web-fixtures.ts';
import { languages } from '../../base/language.ts';
import { questionPages, type RequestView } from '../../domain/casework/index.ts';
import { documentKinds } from '../../domain/documents/index.ts';
import { writeAsked } from '../../domain/notification/index.ts';
import type { Page } from '../../login/index.ts';
import { openAssets } from '../http/assets/assets.ts';
import { type TextKey, texts } from '../texts/index.ts';
import { openCountryWords } from '../ui/country-words.ts';
import type { Frame } from '../ui/frame.ts';
import type { Html } from '../ui/html.ts';
import { openWords } from '../ui/words.ts';
import { alreadySentPage } from './already-sent-page.ts';
import { endedPage } from './arrival-page.ts';
import { askLinkPage, linkSentPage } from './ask-link/ask-link-page.ts';
import { checkPage } from './check/check-page.ts';
import { contactPage } from './contact/contact-page.ts';
import { documentsPage } from './documents/documents-page.ts';
import { emailPage } from './email/email-page.ts';
import { noRequestPage } from './enter/enter-page.ts';
import { registeredPage } from './hand-over/registered-page.ts';
import { deadLinkPage, openLinkPage } from './open-link/open-link-page.ts';
import { questionPage } from './questions/questions-page.ts';
import { savedPage } from './saved/saved-page.ts';
import { sentPage } from './sent/sent-page.ts';
import { statusPage } from './status/status-page.ts';
import { withdrawPage } from './withdraw/withdraw-page.ts';

const pseudo = Object.fromEntries(
  Object.entries(texts.en).map(([key, text]) => [key, `⟦${text} ëxträ lëngth⟧`]),
);
const frame: Frame = {
  words: openWords('en', pseudo as Record<TextKey, string>),
  countries: { ...openCountryWords(), name: () => '', world: () => [['DE', '']], nationality: () => '' },
  asset: openAssets().path,
  demo: true,
  path: '/request',
  languages,
  languagePath: () => '/',
  formToken: 'token',
  ends: null,
};

/** What is left of a page when everything that comes from the catalogue or is data was taken away. */
function foreignWords(page: Html): string {
  return (
    page
      .toString()
      // Data that stand in no element of their own: a date, the kind of a file, its size.
      .replace(/\d+ May \d+|JPEG, [\d.]+ MB/g, '')
      .replace(/^[\s\S]*<main/, '<main')
      .replace(/<footer[\s\S]*$/, '')
      .replace(/<(\w+)[^>]*translate="no"[^>]*>[\s\S]*?<\/\1>|<time[\s\S]*?<\/time>/g, '')
      .replace(/<span lang="\w\w">[^<]+<\/span>/g, '')
      .replace(/<[^>]+>/g, '\n')
      .replace(/⟦[^⟦⟧]*(⟦[^⟦⟧]*⟧[^⟦⟧]*)*⟧/g, '')
      .replace(/[^\p{L}]+/gu, ' ')
      .trim()
  );
}

const view = requestView();
const contact = { telephone: '' };
const shown: Readonly<Record<string, Html>> = {
  ...Object.fromEntries(
    questionPages.map((page) => [page, questionPage(frame, { view: emptyRequest(), page, typed: {} })]),
  ),
  code: emailPage(frame, { view, notice: 'too-many' }),
  check: checkPage(frame, { view, documentDays: 90, changed: true }),
  saved: savedPage(frame, { view, next: '/', back: { path: '/login/x', token: 'token' } }),
  'already sent': alreadySentPage(frame, view),
  sent: sentPage(frame, sentRequests['in-progress']),
  ...Object.fromEntries(
    Object.entries(sentRequests).map(([name, one]) => [
      name,
      statusPage(frame, { view: one, proof: 'eid', notice: 'not-now', contact }),
    ]),
  ),
  documents: documentsPage(frame, { view: sentRequests['action-needed'], notice: null, contact }),
  contact: contactPage(frame, { view, typed: {} }),
  withdraw: withdrawPage(frame, view, { days: 30, documentDays: 90 }),
  link: askLinkPage(frame),
  asked: linkSentPage(frame, 7),
  open: openLinkPage(frame),
  dead: deadLinkPage(frame),
  ended: endedPage(frame),
  none: noRequestPage(frame),
  ...Object.fromEntries(
    (['sent', 'number', 'refused', 'closed'] as const).map((stage) => [
      `login ${stage}`,
      waitingLogin(stage, sentRequests['in-progress']),
    ]),
  ),
};

/** The page of a login that waits for this request. */
function waitingLogin(stage: 'sent' | 'number' | 'refused' | 'closed', request: RequestView): Html {
  return registeredPage({
    frame,
    application: klip,
    attempt: attempt('en'),
    page: { ...pages.registered, stage } as unknown as Extract<Page, { kind: 'registered' }>,
    request,
    errors: [],
    typed: {},
    query: '',
    contact,
  });
}

test('a login that waits for a request with an open question has the button that leads to the answer', () => {
  const [waits, asked] = (['in-progress', 'action-needed'] as const).map((stage) =>
    waitingLogin('sent', sentRequests[stage]).toString(),
  );
  const button = /<button class="btn">[^<]*Answer now/;
  assert.doesNotMatch(waits ?? '', button);
  assert.match(asked ?? '', button);
});

for (const [name, page] of Object.entries(shown))
  test(`the page ${name} says nothing but the texts of the catalogue`, () => {
    assert.equal(foreignWords(page), '');
  });

test('a mail names what is missing of an answer as the page does', () => {
  for (const language of languages)
    for (const document of documentKinds) {
      const written = writeAsked([{ kind: 'document', document }], language);
      assert.equal(written, `– ${texts[language][`documents.kind.${document}`]}`);
    }
});
