import assert from 'node:assert/strict';
import test, { describe } from 'node:test';
import {
  cardTerms,
  issueCard,
  issueSigningCard,
  makeBelgium,
} from '../../../simulators/authority/belgium.ts';
import {
  Extension,
  type Issued,
  issueCertificate,
  KeyUsageFlags,
  purposes,
} from '../../../simulators/authority/issue-certificate.ts';
import { citizen, openCardScene } from '../../../test/support/card-scene.ts';
import { DAY } from '../../base/time.ts';
import { workOf } from '../saml/work.ts';
import { type CertificateAgreement, openAgreement } from './verify-certificate.ts';
import { verifyChain } from './verify-chain.ts';

const scene = await openCardScene();
const { at, belgium, place, verify } = scene;
const card = { kind: 'citizen', holder: citizen, at } as const;

describe('a card of a Belgian citizen', () => {
  test('proves the number and the names that it holds, once nothing speaks against it', async () => {
    const outcome = await verify(scene.citizen);
    assert.ok(outcome.kind === 'proven', outcome.kind === 'refused' ? outcome.code : '');
    assert.equal(outcome.holder.number.digits.reveal(), citizen.number);
    assert.equal(outcome.holder.givenNames, citizen.givenNames);
    assert.equal(outcome.holder.familyName, citizen.familyName);
  });

  test('of a foreigner does too, under the authority of foreigners', async () => {
    const foreigner = await issueCard(belgium, place, { ...card, kind: 'foreigner' });
    assert.equal((await verify(foreigner, [belgium.foreigners])).kind, 'proven');
  });

  test('is taken with the authority between left out where that one is trusted itself', async () => {
    const outcome = await verify(scene.citizen, [], { authorities: [belgium.citizens] });
    assert.equal(outcome.kind, 'proven');
  });
});

describe('after the honest card was accepted, one is refused', () => {
  const spoilt: readonly (readonly [string, Parameters<typeof issueCard>[3], string])[] = [
    ['that has expired', { days: [-100, -1] }, 'certificate.expired'],
    ['that is not valid yet', { days: [1, 100] }, 'certificate.not-yet-valid'],
    ['with a weak key', { keyKind: 'RSA-1024' }, 'certificate.weak-key'],
    ['that may issue certificates', { authority: {} }, 'certificate.is-authority'],
    ['for web servers', { purposes: [purposes.server] }, 'certificate.purpose'],
    [
      'for signatures and logins at once',
      { usage: KeyUsageFlags.digitalSignature | KeyUsageFlags.nonRepudiation },
      'certificate.for-signing',
    ],
    ['for keys of encryption alone', { usage: KeyUsageFlags.keyEncipherment }, 'certificate.for-signing'],
    ['of another policy', { policies: ['2.16.56.12.1.1.2.1'] }, 'certificate.policy'],
    [
      'with a critical extension that nobody knows',
      { more: [new Extension('1.3.6.1.4.1.99999.1', true, new Uint8Array([5, 0]))] },
      'certificate.critical-extension',
    ],
    ['without a number', { subject: [{ C: ['BE'] }, { '2.5.4.4': ['Peeters'] }] }, 'certificate.holder'],
    [
      'with two numbers',
      {
        subject: [{ '2.5.4.4': ['Peeters'] }, { '2.5.4.5': ['85073003328'] }, { '2.5.4.5': ['42012205181'] }],
      },
      'certificate.holder',
    ],
    [
      'with a number that cannot be',
      { subject: [{ '2.5.4.4': ['Peeters'] }, { '2.5.4.5': ['85073003329'] }] },
      'certificate.holder',
    ],
  ];
  for (const [what, changes, code] of spoilt) {
    test(what, async () => {
      assert.equal((await verify(scene.citizen)).kind, 'proven');
      const changed = await issueCard(belgium, place, card, changes);
      assert.deepEqual(codeOf(await verify(changed)), code);
    });
  }

  test('that is the one for signatures', async () => {
    assert.equal(
      codeOf(await verify(await issueSigningCard(belgium, place, card))),
      'certificate.for-signing',
    );
  });

  test('of another authority with the same name, alone and with its whole chain', async () => {
    const forged = await makeBelgium(at, place);
    const stranger = await issueCard(forged, place, card);
    assert.equal(codeOf(await verify(stranger, [])), 'certificate.not-trusted');
    assert.equal(codeOf(await verify(stranger, [forged.citizens, forged.root])), 'certificate.not-trusted');
    assert.equal(codeOf(await verify(stranger, [belgium.citizens])), 'certificate.not-trusted');
  });

  test('that another person’s card issued', async () => {
    const child = await issueCard(belgium, place, card, { issuer: scene.citizen });
    assert.equal(codeOf(await verify(child, [scene.citizen, belgium.citizens])), 'certificate.not-trusted');
  });

  test('under an authority that the path length of the one above forbids', async () => {
    const below = await issueCertificate({
      subject: [{ CN: ['Below'] }],
      at,
      issuer: belgium.citizens,
      authority: {},
    });
    const child = await issueCard(belgium, place, card, { issuer: below });
    assert.equal(codeOf(await verify(child, [below, belgium.citizens])), 'certificate.chain-too-long');
  });

  test('under an authority that has expired, or constrains names', async () => {
    for (const changes of [
      { days: [-100, -1] as const },
      { more: [new Extension('2.5.29.30', true, new Uint8Array([0x30, 0x00]))] },
    ]) {
      const authority = await issueCertificate({
        subject: [{ CN: ['CA'] }],
        at,
        issuer: belgium.root,
        authority: {},
        ...changes,
      });
      const child = await issueCard(belgium, place, card, { issuer: authority });
      assert.equal(codeOf(await verify(child, [authority])), 'certificate.not-trusted');
    }
  });

  test('that is cut off, is followed by more, or is larger than a certificate', async () => {
    const der = new Uint8Array(scene.citizen.certificate.rawData);
    for (const leaf of [der.subarray(0, 200), Buffer.concat([der, Buffer.from([0])]), new Uint8Array(0)]) {
      assert.equal(codeOf(await scene.verifyBytes({ leaf, others: [] })), 'certificate.malformed');
    }
    const large = await scene.verifyBytes({ leaf: new Uint8Array(9000), others: [] });
    assert.equal(codeOf(large), 'certificate.too-large');
  });

  test('with more certificates than a chain has, before any of them is read', async () => {
    const agreement = openAgreement(cardTerms([pemOf(belgium.root)]));
    const work = await workOf(() => {
      const others = Array.from({ length: 5 }, () => derOf(belgium.citizens));
      const chain = verifyChain({ leaf: derOf(scene.citizen), others }, agreement, at);
      assert.equal(chain.kind === 'refused' && chain.code, 'certificate.too-large');
    });
    assert.equal(work.certificates, 0);
  });
});

describe('an authority between that browsers send again and again', () => {
  const cost = async (agreement: CertificateAgreement, leaf: Issued, other: Issued, when = at) => {
    let chain: ReturnType<typeof verifyChain> | null = null;
    const { certificates, keyOperations } = await workOf(() => {
      chain = verifyChain({ leaf: derOf(leaf), others: [derOf(other)] }, agreement, when);
    });
    assert.ok(chain);
    const { kind } = chain as ReturnType<typeof verifyChain>;
    return { kind, certificates, keyOperations };
  };

  test('is read, and its signature verified, once; each card is itself', async () => {
    const agreement = openAgreement(cardTerms([pemOf(belgium.root)]));
    const shown = () => cost(agreement, scene.citizen, belgium.citizens);
    assert.deepEqual(await shown(), { kind: 'trusted', certificates: 2, keyOperations: 2 });
    assert.deepEqual(await shown(), { kind: 'trusted', certificates: 1, keyOperations: 1 });
  });

  test('is held against the moment each time', async () => {
    const agreement = openAgreement(cardTerms([pemOf(belgium.root)]));
    const short = await issueCertificate({
      ...{ subject: [{ CN: ['Short'] }], at, issuer: belgium.root, authority: {} },
      days: [-1, 1],
    });
    const child = await issueCard(belgium, place, card, { issuer: short });
    assert.equal((await cost(agreement, child, short)).kind, 'trusted');
    const after = new Date(at.getTime() + 2 * DAY);
    assert.equal((await cost(agreement, child, short, after)).kind, 'refused');
  });

  test('is not remembered when nobody who is trusted issued it, and makes no card of its own good', async () => {
    const agreement = openAgreement(cardTerms([pemOf(belgium.root)]));
    const forged = await makeBelgium(at, place);
    const stranger = await issueCard(forged, place, card);
    assert.equal((await cost(agreement, scene.citizen, belgium.citizens)).kind, 'trusted');
    for (let time = 0; time < 2; time += 1) {
      const refused = await cost(agreement, stranger, forged.citizens);
      assert.deepEqual([refused.kind, refused.certificates], ['refused', 2]);
    }
    assert.equal((await cost(agreement, stranger, belgium.citizens)).kind, 'refused');
  });
});

function derOf({ certificate }: Issued): Uint8Array {
  return new Uint8Array(certificate.rawData);
}

function pemOf({ certificate }: Issued): string {
  return certificate.toString('pem');
}

function codeOf(outcome: Awaited<ReturnType<typeof verify>>): string {
  return outcome.kind === 'refused' ? outcome.code : outcome.kind;
}
