import type { WordingTexts } from './texts.ts';

// Laws on the Council of State, coordinated on 12 January 1973, article 14 § 1; the term is in the Regent's decree of 23 August 1948, article 4.
const remedy = `Do you not agree? Answer on the page of your request and say why, with reference {reference}. We then look at it again.

You can also ask the Council of State to annul this decision. Do so within 60 days after you received it, by registered letter to Rue de la Science 33, 1040 Brussels, Belgium, or on www.raadvst-consetat.be. Asking us to look again does not stop the 60 days.`;

export const en: WordingTexts = {
  'ask-document-both-sides': {
    subject: 'Both sides of the identity document',
    body: `We need both sides of your identity document.

- Take one photo of the front and one of the back.
- All four corners must be in the photo.
- The letters must be easy to read, without a shine of light.`,
  },
  'ask-clearer-photo': {
    subject: 'A clearer photo',
    body: `We cannot read the photo of your document well enough. Send us a new one.

- Put the document on a dark table, in daylight.
- All four corners must be in the photo.
- The letters must be easy to read, without a shine of light.`,
  },
  'ask-birth-place': {
    subject: 'Place of birth',
    body: `In which town and country were you born? Write the town as it stands on your identity document. Did the town have another name when you were born? Then write that name as well.`,
  },
  'ask-previous-name': {
    subject: 'Earlier names',
    body: `Did you ever have another name, for example before you married? Write all family names and given names that you had, with the years if you know them.`,
  },
  'ask-address': {
    subject: 'Address',
    body: `What is the address where you live now? Write the street, the number, the postcode, the town and the country. Add a document that shows this address, not older than three months.`,
  },
  'ask-proof-of-name-change': {
    subject: 'Proof of a change of name',
    body: `Your name now differs from the name that we know. Send us a document that shows the change, for example a certificate of marriage or a decision on a change of name.`,
  },
  'ask-other': {
    subject: 'Another question',
    body: `We have a question about the details that you gave us.`,
  },
  'refuse-not-identified': {
    subject: 'We cannot be sure who the person is',
    body: `We cannot be sure enough who you are from the details and documents that you gave us. That is why we cannot give you a number.

${remedy}`,
  },
  'refuse-false-data': {
    subject: 'Details or documents are not right',
    body: `Details or documents that you gave us are not right. That is why we cannot give you a number.

${remedy}`,
  },
  'refuse-no-answer': {
    subject: 'No answer to our question',
    body: `We asked you a question and did not receive the answer that we need. Without it we cannot give you a number. You can send a new request at any time.

${remedy}`,
  },
  'refuse-duplicate': {
    subject: 'There is another request of this person',
    body: `You sent another request with the same details. We go on with that one, and close this one.

${remedy}`,
  },
  'refuse-other': {
    subject: 'Another reason',
    body: `We cannot give you a number through this request.

${remedy}`,
  },
};
