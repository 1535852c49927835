import type { FrameTexts } from './texts.ts';

export const en: FrameTexts = {
  closing: 'Kind regards',
  reference: (reference) => `Reference: ${reference}. Give it when you contact us.`,
  why: {
    request:
      'You get this email because this address was given with a request for a Belgian national number, and confirmed with a code.',
    code: 'You get this email because somebody gave this address with a request for a Belgian national number.',
    link: 'You get this email because somebody typed this address and your reference on our website.',
    'former-address':
      'You get this email because this was the address of your request until now. We do not write about the request to it any more.',
    person: 'You get this email because we know this address as yours.',
    administrator: 'You get this email because you manage who may act for your organisation.',
  },
  linkWorksOnce: (until) =>
    `This link works once, ${until}. Do not give it to anybody. After that you can ask for a new one, or log in with your eID.`,
  trust: 'Is this email really from us?',
  addresses: (origin) => `Every page of ours to which a link in an email leads begins with ${origin}/`,
  noAddresses: 'There is no link in this email, so nobody can lead you elsewhere with a copy of it.',
  neverAsked:
    'We never ask for your password, your PIN or your bank card, not by email and not by telephone.',
  doubt: 'Do you doubt it? Do not follow any link. Type the address of our website yourself, or contact us.',
  contact: 'Questions?',
  telephone: (telephone, hours) =>
    hours === null ? `Telephone: ${telephone}` : `Telephone: ${telephone} (${hours})`,
  helpPage: (address) => `Help: ${address}`,
  replyTo: (address) => `Email: ${address}`,
  noReply: 'You cannot answer this email: nobody reads what is sent back.',
};
