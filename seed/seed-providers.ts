import { cardPolicies } from '../simulators/authority/belgium.ts';
import type { Authority } from '../simulators/authority/open-authority.ts';
import type { ClientOf, Fas } from '../simulators/fas/open-fas.ts';
import { federalKeys, organisationKeys } from '../simulators/fas/people.ts';
import { Redacted } from '../src/base/redacted.ts';
import { parseAccountKeyId } from '../src/domain/account-keys/index.ts';
import { applyProvider, type LoginMeansCode } from '../src/domain/login-means/index.ts';
import { parseNationalNumber } from '../src/domain/person/index.ts';
import { parseMeansProvider } from '../src/files/descriptions/means/means-file.ts';
import type { Store, Stores } from '../src/store/index.ts';
import { correlationFor, idFor } from './naming.ts';
import { boundAccounts } from './world/key-personas.ts';
import { demoOrganisations } from './world/organisations.ts';
import { numberOf } from './world/people.ts';
import { townProvider } from './world/provider-people.ts';

/** Which means each digital key of the federal login is. */
const meansOfKeys: Readonly<Record<string, LoginMeansCode>> = {
  eid: 'eid',
  itsme: 'itsme',
  mygov: 'mygov',
  totp: 'csamtotp',
  sms: 'csamsms',
};

/** Connects the demo to its simulated federal login, to the town's own provider and to the authority of its cards, as `means apply` would. */
export async function seedProviders(
  store: Store,
  { fas, authority }: { readonly fas: Fas; readonly authority: Authority },
  since: Date,
): Promise<void> {
  const descriptions = [federalLogin(fas.federal), townLogin(fas.organisation), cards(authority.root)];
  await store.inTransaction(
    ['meansProviders', 'organisations', 'persons', 'accountKeys', 'audit'],
    async (stores) => {
      for (const description of descriptions) await putProvider(stores, description);
      for (const id of boundAccounts) await bindAccount(stores, fas.organisation, id, since);
    },
  );
}

async function putProvider(
  stores: Pick<Stores, 'meansProviders' | 'organisations' | 'audit'>,
  description: { readonly code: string },
): Promise<void> {
  const read = await parseMeansProvider(description, {
    file: 'seed/seed-providers.ts',
    kept: await stores.meansProviders.list(),
    findOrganisation: stores.organisations.findByCode,
  });
  if (read.kind === 'refused')
    throw new Error(`a demo provider is refused: ${JSON.stringify(read.problems)}`);
  const facts = { fingerprintOf: () => '', keysOf: () => [] };
  const { events } = await applyProvider(stores.meansProviders, read.item, facts);
  const correlation = correlationFor(`provider ${description.code}`);
  await stores.audit.record(
    ...events.map((event) => ({ ...event, actor: { kind: 'system' } as const, correlation })),
  );
}

/** Binds the account that somebody has at the town to them, as they would after a login by their eID; one that is bound stays. */
async function bindAccount(
  { persons, accountKeys }: Pick<Stores, 'persons' | 'accountKeys'>,
  { issuer }: ClientOf,
  id: string,
  since: Date,
): Promise<void> {
  const read = parseNationalNumber(numberOf(id), since);
  const person = read.kind === 'parsed' ? await persons.findByNumber(read.number) : null;
  const key = parseAccountKeyId(idFor(`account of ${id} at ${issuer}`));
  if (!person || !key) throw new Error(`nobody is ${id}, and has an account`);
  await accountKeys.add({
    key: {
      ...{
        id: key,
        person: person.id,
        name: townProvider.name,
        boundAt: since,
        lastUsedAt: null,
        ended: null,
      },
      binding: { by: 'eid', assurance: 'substantial', counts: 'everywhere' },
      kind: 'organisation-account',
      provider: issuer,
    },
    subject: new Redacted(id),
  });
}

function clientFields({ code, issuer, clientId, keys }: ClientOf) {
  return { code, issuer, clientId, keys: JSON.stringify({ keys }), kind: 'openid' };
}

function federalLogin(client: ClientOf) {
  return {
    ...clientFields(client),
    name: {
      nl: 'Federale aanmelding',
      fr: 'Connexion fédérale',
      de: 'Föderale Anmeldung',
      en: 'Federal login',
    },
    levels: federalKeys.map(({ code, acr, alsoAsked, level }) => ({
      acr,
      alsoTold: alsoAsked,
      amr: [code],
      means: meansOfKeys[code],
      assurance: level >= 450 ? 'high' : 'substantial',
    })),
    proves: 'national-number',
    numberClaim: 'egovNRN',
    signing: { idToken: ['RS256'], userinfo: ['RS256'] },
  };
}

/** eID cards of the authority that plays Belgium. */
function cards(root: string) {
  const policies = Object.values(cardPolicies);
  return {
    ...{ code: 'card', kind: 'certificate', authorities: [root] },
    mappings: [
      { means: 'eid', assurance: 'high', policies, proves: 'national-number', field: 'serialNumber' },
    ],
  };
}

function townLogin(client: ClientOf) {
  const { targetGroup, code } = demoOrganisations.town;
  const { name, domain } = townProvider;
  return {
    ...clientFields(client),
    name: { nl: name, fr: name, de: name, en: name },
    levels: organisationKeys.map(({ acr, level }) => ({
      acr,
      means: 'organisation',
      assurance: level > 1 ? 'substantial' : 'low',
    })),
    proves: 'account',
    boundTo: { organisation: { targetGroup, code }, domains: [domain], assurance: 'substantial' },
    signing: { idToken: ['ES256'] },
    encryption: { keys: ['ECDH-ES'], contents: ['A256GCM'] },
  };
}
