import { join } from 'node:path';
import { readKept, writeKept } from '../ground/kept-file.ts';
import { type Belgium, issueCard, issueSigningCard, makeBelgium, type StatusPlace } from './belgium.ts';
import { type DemoCard, demoCards } from './cards.ts';
import {
  type Issued,
  issueCertificate,
  openIssued,
  purposes,
  SubjectAlternativeName,
  writeIssued,
} from './issue-certificate.ts';

type Kept = ReturnType<typeof writeIssued>;
type KeptFile = { readonly origin: string; readonly all: Readonly<Record<string, Kept>> };

/** Everything that the authority of the demo holds: its own keys, the cards by code, and what the TLS port shows. */
export type AuthorityKeys = {
  readonly belgium: Belgium;
  readonly cards: ReadonlyMap<string, Issued>;
  /** For `https://localhost`, issued by the root that the demo's people may import. */
  readonly port: Issued;
};

/** Reads the keys of the authority from `<folder>/authority.json`, or makes them: once, in less than a second. */
export async function readOrMakeAuthority(
  folder: string,
  place: StatusPlace,
  at: Date,
): Promise<AuthorityKeys> {
  const file = join(folder, 'authority.json');
  const kept = await readKept<KeptFile>(file, 'the authority of the demo makes new cards');
  // Addresses of responders stand in the certificates: on another port they are of no use.
  if (kept?.origin === place.origin) return openKept(kept.all);
  const made = await makeAuthority(place, at);
  const keeps: KeptFile = { origin: place.origin, all: writeAll(made) };
  await writeKept(file, keeps);
  return made;
}

async function makeAuthority(place: StatusPlace, at: Date): Promise<AuthorityKeys> {
  const belgium = await makeBelgium(at, place);
  const cards = new Map<string, Issued>();
  for (const card of demoCards) cards.set(card.code, await makeCard(belgium, place, card, at));
  const port = await issueCertificate({
    subject: [{ CN: ['localhost'] }],
    at,
    issuer: belgium.root,
    days: [-1, 800],
    purposes: [purposes.server],
    more: [
      new SubjectAlternativeName([
        { type: 'dns', value: 'localhost' },
        { type: 'ip', value: '127.0.0.1' },
      ]),
    ],
  });
  return { belgium, cards, port };
}

function makeCard(belgium: Belgium, place: StatusPlace, card: DemoCard, at: Date): Promise<Issued> {
  const { holder, trouble } = card;
  const wish = { kind: 'citizen', holder, at } as const;
  if (trouble === 'signing') return issueSigningCard(belgium, place, wish);
  if (trouble === 'expired') return issueCard(belgium, place, wish, { days: [-100, -1] });
  if (trouble === 'unasked') {
    const { origin } = place;
    return issueCard(belgium, place, wish, { responder: `${origin}/down/ocsp`, list: `${origin}/down/list` });
  }
  return issueCard(belgium, place, wish);
}

function writeAll({ belgium, cards, port }: AuthorityKeys): Record<string, Kept> {
  const all = {
    ...belgium,
    port,
    ...Object.fromEntries([...cards].map(([code, card]) => [`card ${code}`, card])),
  };
  return Object.fromEntries(Object.entries(all).map(([name, issued]) => [name, writeIssued(issued)]));
}

async function openKept(all: Readonly<Record<string, Kept>>): Promise<AuthorityKeys> {
  const open = (name: string) => {
    const kept = all[name];
    if (!kept) throw new Error(`the authority of the demo lacks ${name}: begin again with --reset`);
    return openIssued(kept);
  };
  const cards = new Map<string, Issued>();
  for (const { code } of demoCards) cards.set(code, await open(`card ${code}`));
  return {
    belgium: {
      root: await open('root'),
      citizens: await open('citizens'),
      foreigners: await open('foreigners'),
      citizensResponder: await open('citizensResponder'),
      foreignersResponder: await open('foreignersResponder'),
    },
    cards,
    port: await open('port'),
  };
}
