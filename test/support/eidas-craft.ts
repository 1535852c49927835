import { randomBytes } from 'node:crypto';
import { type ResponseWish, writeAssertion } from '#src/protocols/eidas/service/write-response.ts';
import { encryptElement } from '#src/protocols/saml/encrypt-xml.ts';
import type { SigningKey } from '#src/protocols/saml/keys.ts';
import { signXml } from '#src/protocols/saml/sign-xml.ts';
import { trusted } from '#src/protocols/saml/write-xml.ts';
import { type Country, honestWish } from './eidas-peer.ts';

type Change = (xml: string) => string;

/** Where a response is changed on its way: each change sees text and gives text. */
export type Craft = {
  readonly wish?: Partial<ResponseWish>;
  /** The assertion, before it is encrypted. */
  readonly assertion?: Change;
  /** `EncryptedData` (and what stands beside it), before the response is signed. */
  readonly encrypted?: Change;
  /** The whole response, before it is signed: the signature will be valid for what comes out. */
  readonly response?: Change;
  /** The whole response, after it was signed. */
  readonly after?: Change;
  readonly signing?: SigningKey;
};

const same: Change = (xml) => xml;

/** Puts a response together by hand, with a change at one stage; the XML as text. */
export function craftXml(country: Country, craft: Craft = {}): string {
  const wish = { ...honestWish(country), ...craft.wish };
  const { assertion = same, encrypted = same, response = same, after = same } = craft;
  const inner = encrypted(encryptElement(assertion(writeAssertion(wish)), wish.encryptFor, wish.encryption));
  const id = `_${randomBytes(16).toString('hex')}`;
  const write = (signature: string) =>
    trusted(
      response(
        `<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ` +
          `ID="${id}" Version="2.0" IssueInstant="${wish.at.toISOString()}" Destination="${wish.acsUrl}" InResponseTo="${wish.inResponseTo}">` +
          `<saml:Issuer>${wish.issuer}</saml:Issuer>${signature}` +
          `<samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"></samlp:StatusCode></samlp:Status>` +
          `<saml:EncryptedAssertion>${inner}</saml:EncryptedAssertion></samlp:Response>`,
      ),
    );
  return after(signXml(write, id, craft.signing ?? wish.signing));
}

/** The same, as the form field holds it. */
export function craftMessage(country: Country, craft: Craft = {}): string {
  return encodeMessage(craftXml(country, craft));
}

/** Text or bytes as the form field holds them. */
export function encodeMessage(xml: string | Buffer): string {
  return Buffer.from(xml).toString('base64');
}

/** Replaces the first occurrence, and fails when there is none: a change that changes nothing proves nothing. */
export function swap(from: string | RegExp, to: string): Change {
  return (xml) => {
    const changed = xml.replace(from, () => to);
    if (changed === xml) throw new Error(`nothing to change: ${from}`);
    return changed;
  };
}
