import { refusalCodes } from '../../protocols/eidas/refusal-codes.ts';

/** What each check does; its place in the list is its number. */
const checks = [
  'The form and its sizes: one SAMLResponse, of the message and of RelayState, before anything is decoded.',
  'Strict base64 and strict XML: whatever two parsers could read differently is refused.',
  'The schemas of SAML, XML signature, XML encryption and eIDAS.',
  'The issuer: verified metadata of exactly this entity, signed under the trust anchor of its country, still valid.',
  'The signature: one, over the whole response, by a key of that metadata. From here on only the bytes that it covers are read.',
  'The binding: version, destination, moment, and exactly one request of ours, of the same country, not answered before.',
  'The status. Anything but success ends here, and the person is told what the member state says.',
  'Decryption and the shape of what was inside. Every failure to decrypt looks the same.',
  'Validity: issuer, subject confirmation, recipient, audience, conditions and times.',
  'The assurance level: known, notified when a notified one was asked, and not lower than was asked.',
  'The attributes: the mandatory set complete, the rest well-formed, the identifier of the country that was asked and for ours.',
  'Replay: neither the response nor the assertion was received before.',
  'The browser: the answer waits for the one that began the login, and is given to no other.',
] as const;

/** The reference page of the checks on a member state's answer, from the list in the code. */
export function eidasChecksPage(): string {
  const rows = refusalCodes.map(({ code, check, meaning }) => `| ${check} | \`${code}\` | ${meaning} |`);
  return `# Checks on the answer of a member state

Every response that reaches \`/eidas/acs\` passes these checks, in this order. The first one that fails ends it: nobody is logged in,
the person reads one and the same text whatever the reason, and the code goes into the audit event \`eidas.answer-refused\`.

${checks.map((check, place) => `${place + 1}. ${check}`).join('\n')}

## Refusal codes

| check | code | why |
|---|---|---|
${rows.join('\n')}

This page is written by \`bin/sluis docs\` from \`src/protocols/eidas/refusal-codes.ts\`; a test fails when it is stale.
`;
}
