// The certificate library needs this polyfill before anything loads it.
import 'reflect-metadata';
import { createPrivateKey } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { later, MINUTE } from '../../../src/base/time.ts';
import { type CountryCode, parseCountryCode } from '../../../src/domain/eidas-country/index.ts';
import {
  type AnsweredRequest,
  type AuthnRequest,
  attributesFor,
  type EidasOutcome,
  readResponse,
  readServiceMetadata,
  type ServiceMetadata,
  writeAuthnRequest,
  writeConnectorMetadata,
} from '../../../src/protocols/eidas/index.ts';
import { makeSelfSignedCertificate } from '../../../src/protocols/saml/certificate.ts';
import { type Europe, type EuropeMember, openEurope } from '../open-europe.ts';

/** Simulated Europe and a connector that asks it, as Sluis would: over HTTP, with its own reader. */
export type Stage = {
  readonly europe: Europe;
  member(code: string): EuropeMember;
  serviceOf(code: string): ServiceMetadata;
  /** A fresh request. `change` spoils the wish before it is written. */
  ask(
    code: string,
    change?: Partial<Parameters<typeof writeAuthnRequest>[0]>,
  ): { sent: AuthnRequest; request: AnsweredRequest };
  /** Takes a request to the state as a browser would: a link is followed, a form is posted. */
  take(sent: AuthnRequest): Promise<Response>;
  /** Signs in as the person and hands the answer to our reader. */
  answer(code: string, person: string, trouble?: string): Promise<EidasOutcome>;
  close(): Promise<void>;
};

const contact = { givenName: 'Test', email: 'test@example.be' };
const ec = { kind: 'ec', curve: 'P-256' } as const;

/** Opens the stage on free ports, with keys in a folder of its own. */
export async function openStage(at: Date): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), 'sluis-europe-'));
  const make = (
    purpose: 'signing' | 'encryption',
    keyType: Parameters<typeof makeSelfSignedCertificate>[0]['keyType'],
  ) => makeSelfSignedCertificate({ subject: `CN=${purpose},C=BE`, keyType, purpose, years: 1, at });
  const signing = await make('signing', ec);
  const encryption = [await make('encryption', ec), await make('encryption', { kind: 'rsa', bits: 3072 })];
  const server = createServer((_request, response) => response.end(metadata()));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  const connector = {
    entityId: `${origin}/eidas/metadata`,
    acsUrl: `${origin}/eidas/acs`,
    country: country('BE'),
  };
  const key = {
    privateKey: createPrivateKey(signing.privateKeyPem),
    certificate: signing.certificatePem,
    algorithm: 'ecdsa-sha256',
  } as const;
  const metadata = () =>
    writeConnectorMetadata(
      {
        ...connector,
        organization: {
          name: 'Test',
          displayName: 'Test',
          url: 'https://example.be',
          technical: contact,
          support: contact,
        },
        validitySeconds: 3600,
      },
      {
        metadataSigning: key,
        signingCertificates: [signing.certificatePem],
        encryptionCertificates: encryption.map((each) => each.certificatePem),
      },
      at,
    );
  const europe = await openEurope({
    port: 0,
    folder,
    connectorMetadata: connector.entityId,
    clock: () => at,
  });
  const member = (code: string) => {
    const found = europe.members.find((each) => each.state.code === code);
    if (!found) throw new Error(`no ${code}`);
    return found;
  };
  const serviceOf = (code: string) => {
    const read = readServiceMetadata(member(code).metadata(), {
      country: country(code),
      trust: [member(code).trust],
      at,
    });
    if (read.kind === 'refused') throw new Error(`${code}: ${read.code}`);
    return read.metadata;
  };
  const ask: Stage['ask'] = (code, change = {}) => {
    const to = serviceOf(code);
    const id = `_${crypto.randomUUID()}`;
    const attributes = attributesFor(to);
    const written = writeAuthnRequest({
      to,
      from: connector.entityId,
      id,
      at,
      assurance: 'substantial',
      attributes,
      providerName: 'KLIP',
      requesterId: 'klip',
      signing: key,
      ...change,
    });
    const request: AnsweredRequest = {
      id,
      country: to.country,
      assurance: 'substantial',
      notifiedOnly: true,
      attributes,
      issuedAt: at,
      expiresAt: later(at, 10 * MINUTE),
    };
    return { sent: written, request };
  };
  const take: Stage['take'] = (sent) =>
    sent.binding === 'redirect'
      ? fetch(sent.url)
      : fetch(sent.destination, { method: 'POST', body: new URLSearchParams(sent.fields) });
  const answer: Stage['answer'] = async (code, person, trouble = 'none') => {
    const { sent, request } = ask(code);
    const picker = await take(sent);
    if (!picker.ok) throw new Error(await picker.text());
    const page = await fetch(`${picker.url}/answer`, {
      method: 'POST',
      body: new URLSearchParams({ person, trouble, decision: 'agree' }),
    });
    const message = /name="SAMLResponse" value="([^"]+)"/.exec(await page.text())?.[1] ?? '';
    const decryptionKeys = encryption.map((each) => ({
      privateKey: createPrivateKey(each.privateKeyPem),
      certificate: each.certificatePem,
    }));
    return readResponse(
      { message, relayState: null },
      {
        requestByResponse: async (id) => (id === request.id ? request : null),
        metadataOf: async (entityId) => (entityId === serviceOf(code).entityId ? serviceOf(code) : null),
        takeRequest: async () => true,
        rememberMessage: async () => true,
        connector: { ...connector, decryptionKeys },
        at,
      },
    );
  };
  return {
    europe,
    member,
    serviceOf,
    ask,
    take,
    answer,
    async close() {
      await europe.close();
      await new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await rm(folder, { recursive: true });
    },
  };
}

function country(code: string): CountryCode {
  const parsed = parseCountryCode(code);
  if (!parsed) throw new Error(code);
  return parsed;
}
