import { demoBelgians } from './people.ts';
import type { InLanguages } from './persona-texts.ts';
import { townPeople } from './provider-people.ts';

/** Somebody to be because of how they log in, and what to do and see. */
export type KeyPersona = {
  readonly id: string;
  readonly name: string;
  readonly at: 'klip' | 'gipod' | 'account';
  readonly happens: InLanguages;
};

/** Whose account at the town's own provider is bound to them already. */
export const boundAccounts: readonly string[] = ['noor-el-amrani'];

const [townMember] = townPeople.filter(({ id }) => boundAccounts.includes(id));
const address = townMember?.email ?? '';

const rows: readonly (readonly [id: string, at: KeyPersona['at'], happens: InLanguages])[] = [
  [
    'noor-el-amrani',
    'gipod',
    {
      en: `Choose the account of your organisation and type ${address}: in for Lindeberg, and for no other organisation.`,
      nl: `Kies de account van uw organisatie en vul ${address} in: binnen voor Lindeberg, en voor geen andere organisatie.`,
      fr: `Choisissez le compte de votre organisation et indiquez ${address} : entre pour Lindeberg, et pour aucune autre organisation.`,
      de: `Wählen Sie das Konto Ihrer Organisation und geben Sie ${address} ein: hinein für Lindeberg, und für keine andere Organisation.`,
    },
  ],
  [
    'karim-benali',
    'klip',
    {
      en: 'Choose itsme, and at the federal login let something go wrong: each time a page says what, and how to go on.',
      nl: 'Kies itsme en laat bij de federale aanmelding iets mislopen: telkens zegt een pagina wat, en hoe het verder kan.',
      fr: 'Choisissez itsme et provoquez un incident à la connexion fédérale : chaque fois, une page dit lequel et comment continuer.',
      de: 'Wählen Sie itsme und lassen Sie bei der föderalen Anmeldung etwas schiefgehen: Jedes Mal sagt eine Seite, was, und wie es weitergeht.',
    },
  ],
  [
    'lien-maes',
    'account',
    {
      en: 'Log in with the Belgian eID, then add a passkey or an app that gives codes. In GEOPUNT they are enough the next time.',
      nl: 'Meld aan met de Belgische eID en voeg dan een passkey toe, of een app die codes geeft. In GEOPUNT volstaan die de volgende keer.',
      fr: 'Connectez-vous avec l’eID belge, puis ajoutez une clé d’accès ou une application qui donne des codes. Dans GEOPUNT, elles suffisent la fois suivante.',
      de: 'Melden Sie sich mit der belgischen eID an und fügen Sie dann einen Passkey hinzu oder eine App, die Codes gibt. In GEOPUNT genügen sie beim nächsten Mal.',
    },
  ],
];

/** Those worth trying for their keys: an organisation's account, the troubles of a provider, and means of one's own. */
export const keyPersonas: readonly KeyPersona[] = rows.map(([id, at, happens]) => {
  const name = demoBelgians.find((each) => each.id === id)?.name;
  if (!name) throw new Error(`no ${id}`);
  return { id, name, at, happens };
});
