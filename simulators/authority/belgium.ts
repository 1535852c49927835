import {
  type CertificateWish,
  Extension,
  type Issued,
  issueCertificate,
  KeyUsageFlags,
  purposes,
} from './issue-certificate.ts';

/** Policies of authentication certificates on Belgian cards: of citizens and of foreigners. */
export const cardPolicies = { citizen: '2.16.56.12.1.1.2.2', foreigner: '2.16.56.12.1.1.7.2' } as const;

/** An authority that plays Belgium: a root, one that issues for citizens and one for foreigners, and who answers for each. */
export type Belgium = {
  readonly root: Issued;
  readonly citizens: Issued;
  readonly foreigners: Issued;
  readonly citizensResponder: Issued;
  readonly foreignersResponder: Issued;
};

/** What is agreed with these authorities, as `means apply` takes it. */
export function cardTerms(authorities: readonly string[]) {
  return {
    authorities,
    intermediates: [],
    mappings: [
      {
        means: 'eid',
        assurance: 'high',
        policies: [cardPolicies.citizen, cardPolicies.foreigner],
        reads: { kind: 'number', field: 'serialNumber' },
      },
    ],
    revocation: { ways: ['ocsp', 'crl'], whenSilent: 'refuse' },
  } as const;
}

/** Where statuses are answered and lists lie: an origin. */
export type StatusPlace = { readonly origin: string };

type CardKind = 'citizen' | 'foreigner';

/** Whose card. */
export type CardHolder = {
  readonly number: string;
  readonly givenNames: string;
  readonly familyName: string;
};

export async function makeBelgium(at: Date, { origin }: StatusPlace): Promise<Belgium> {
  const name = (what: string, more: string[] = []) => [
    { C: ['BE'] },
    { CN: [what] },
    ...(more.length > 0 ? [{ '2.5.4.5': more }] : []),
  ];
  const root = await issueCertificate({
    subject: name('Demo Belgium Root CA'),
    at,
    days: [-2, 15 * 365],
    authority: { pathLength: 1 },
    keyKind: 'P-384',
  });
  const authority = (what: string) =>
    issueCertificate({
      subject: name(what, ['202601']),
      at,
      issuer: root,
      days: [-2, 11 * 365],
      authority: { pathLength: 0 },
      list: `${origin}/lists/root.crl`,
    });
  const [citizens, foreigners] = [await authority('Demo Citizen CA'), await authority('Demo Foreigner CA')];
  const responder = (issuer: Issued, what: string) =>
    issueCertificate({
      subject: name(`Demo OCSP responder of the ${what}`),
      at,
      issuer,
      days: [-2, 10 * 365],
      purposes: [purposes.ocsp],
      more: [noCheck()],
    });
  return {
    root,
    citizens,
    foreigners,
    citizensResponder: await responder(citizens, 'Citizen CA'),
    foreignersResponder: await responder(foreigners, 'Foreigner CA'),
  };
}

/** `id-pkix-ocsp-nocheck`: nobody need ask whether the responder's own certificate is revoked (RFC 6960, 4.2.2.2.1). */
function noCheck(): Extension {
  return new Extension('1.3.6.1.5.5.7.48.1.5', false, new Uint8Array([0x05, 0x00]));
}

/** A card's certificate for logins; `changes` spoils it. */
export function issueCard(
  belgium: Belgium,
  { origin }: StatusPlace,
  card: { readonly kind: CardKind; readonly holder: CardHolder; readonly at: Date },
  changes: Partial<CertificateWish> = {},
): Promise<Issued> {
  const { kind, holder, at } = card;
  const place = kind === 'citizen' ? 'citizens' : 'foreigners';
  return issueCertificate({
    subject: subjectOf(holder, 'Authentication'),
    at,
    issuer: belgium[place],
    policies: [cardPolicies[kind]],
    responder: `${origin}/ocsp/${place}`,
    list: `${origin}/lists/${place}.crl`,
    ...changes,
  });
}

/** The other certificate of the card: for signatures like those by hand. */
export function issueSigningCard(
  belgium: Belgium,
  place: StatusPlace,
  card: { readonly kind: CardKind; readonly holder: CardHolder; readonly at: Date },
): Promise<Issued> {
  return issueCard(belgium, place, card, {
    subject: subjectOf(card.holder, 'Signature'),
    usage: KeyUsageFlags.nonRepudiation,
    purposes: null,
    policies: ['2.16.56.12.1.1.2.1'],
  });
}

function subjectOf({ number, givenNames, familyName }: CardHolder, what: string) {
  const [first = ''] = givenNames.split(' ');
  return [
    { C: ['BE'] },
    { CN: [`${first} ${familyName} (${what})`] },
    { '2.5.4.4': [familyName] },
    { '2.5.4.42': [givenNames] },
    { '2.5.4.5': [number] },
  ];
}
