import {
  type AddressAnswer,
  addressKinds,
  kindOfAddress,
  openWeb,
  otherAddresses,
  type Situation,
  situations,
  type WebWorld,
} from '../../web/index.ts';

const titles: Readonly<Record<Situation, string>> = {
  again: 'Opened again (reload, Back) while it lives',
  ended: 'After the end',
  tab: 'In another tab',
  browser: 'In another browser',
  day: 'After a day',
};

/** Every address of the platform with its method, in order: those of the router as it really is, and those of the protocol. */
export function listAddresses(): readonly (readonly [method: string, pattern: string])[] {
  const own = openWeb(emptyWorld())
    .routes.filter(({ method }) => method !== 'ALL')
    .map(({ method, path }) => [method, path] as const);
  const all = new Map([...own, ...otherAddresses].map((each) => [each.join(' '), each]));
  return [...all.values()].sort(([method, path], [otherMethod, otherPath]) =>
    path === otherPath ? compareText(method, otherMethod) : compareText(path, otherPath),
  );
}

/** The reference page of addresses: what each answers to somebody who comes back to it. */
export function addressesPage(): string {
  const addresses = listAddresses();
  const sections = Object.entries(addressKinds).map(([kind, { what, answers }]) => {
    const own = addresses.filter(([method, pattern]) => kindOfAddress(method, pattern) === kind);
    const rows = situations.map((situation) => `| ${titles[situation]} | ${inWords(answers[situation])} |`);
    const lines = own.map(([method, pattern]) => `- ${method} \`${written(pattern)}\``);
    return `## ${what[0]?.toUpperCase()}${what.slice(1)}

| when | status | what |
|---|---|---|
${rows.join('\n')}

${[...new Set(lines)].join('\n')}`;
  });
  return `# Addresses

What every address of the platform answers to somebody who comes back to it: by a reload, with the back button, from a bookmark, in a second tab, in
another browser, or a day later. No page is an end: each has a link or a button that leads on. An address where a form is sent, opened by itself, leads to the
page that the form stands on.

"The end" is that of what the address belongs to: the login finished or ended by itself, the session is over, the link was used or its time is up.

${sections.join('\n\n')}

This page is written by \`bin/sluis docs\` from \`src/web/http/addresses/addresses.ts\` and the routes; tests walk it.
`;
}

/** By character, in no language: the page is the same on every machine. */
function compareText(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

function inWords({ statuses, to, says }: AddressAnswer): string {
  return `${statuses.join(', ')}${to === undefined ? '' : ` to \`${to}…\``} | ${says}`;
}

/** \`/cases/:id{[0-9a-f-]{36}}\` is the router's way to say \`/cases/{id}\`. */
function written(pattern: string): string {
  return pattern.replace(/:([a-z]+)(\{(?:[^{}]|\{[^{}]*\})*\})?/g, '{$1}').replace('*', '{file}');
}

/** Routes are known before anything is asked of the world. */
function emptyWorld(): WebWorld {
  const nothing: object = new Proxy(() => nothing, {
    get: (_target, name) => (name === Symbol.toPrimitive ? () => 0 : nothing),
  });
  const settings = {
    origin: 'http://localhost:4000',
    formKey: new Uint8Array(32),
    trustedProxies: 0,
    contact: { telephone: '' },
    securityContact: '',
  };
  const world: Record<keyof WebWorld, unknown> = {
    login: nothing,
    giveMoreTime: nothing,
    bindBrowser: nothing,
    devices: nothing,
    waitingFor: nothing,
    eidas: nothing,
    people: nothing,
    workInvitations: nothing,
    openId: nothing,
    certificates: nothing,
    countries: nothing,
    staff: nothing,
    offices: nothing,
    invitations: nothing,
    keyResets: nothing,
    keptForms: nothing,
    languages: undefined,
    requests: nothing,
    applicants: nothing,
    account: nothing,
    accountKeys: nothing,
    passkeys: nothing,
    accounts: nothing,
    organisationDesk: nothing,
    appointments: nothing,
    userRights: nothing,
    accessOverview: nothing,
    accessRequests: nothing,
    organisationSearches: nothing,
    organisationSessions: nothing,
    applications: nothing,
    documents: nothing,
    refusedUploads: nothing,
    desk: nothing,
    reports: nothing,
    matchingLog: nothing,
    joins: nothing,
    counter: nothing,
    templates: nothing,
    mailDesk: nothing,
    platform: nothing,
    casework: nothing,
    demo: nothing,
    isReady: nothing,
    clock: nothing,
    log: nothing,
    settings,
  };
  return world as WebWorld;
}
