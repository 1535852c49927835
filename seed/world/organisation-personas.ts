import { demoBelgians } from './people.ts';
import type { InLanguages } from './persona-texts.ts';

/** Where they go. */
const pathsOf = { organisation: '/organisation', platform: '/platform', access: '/account/access' } as const;

/** Somebody to be because of what they decide in an organisation, and what to do and see. */
export type OrganisationPersona = {
  readonly name: string;
  readonly at: keyof typeof pathsOf;
  readonly path: string;
  readonly happens: InLanguages;
};

const rows: readonly (readonly [id: string, at: OrganisationPersona['at'], happens: InLanguages])[] = [
  [
    'luc-dubois',
    'organisation',
    {
      en: 'Legal representative of Netlicht: decides by law, and appoints who administers it.',
      nl: 'Wettelijk vertegenwoordiger van Netlicht: beslist volgens de wet, en stelt aan wie het beheert.',
      fr: 'Représentant légal de Netlicht : décide en vertu de la loi et désigne ses gestionnaires.',
      de: 'Gesetzlicher Vertreter von Netlicht: entscheidet kraft Gesetzes und setzt die Verwalter ein.',
    },
  ],
  [
    'pieter-janssens',
    'organisation',
    {
      en: 'Head local administrator of a contractor: two requests and two rights that end this month wait. Add a person, give a right, end one.',
      nl: 'Hoofd lokale beheerder van een aannemer: er wachten twee aanvragen en twee rechten die deze maand aflopen. Voeg iemand toe, geef een recht, beëindig er een.',
      fr: 'Gestionnaire local principal d’un entrepreneur : deux demandes et deux droits qui prennent fin ce mois-ci attendent. Ajoutez une personne, donnez un droit, mettez fin à un autre.',
      de: 'Lokaler Hauptverwalter eines Bauunternehmens: Zwei Anträge und zwei Rechte, die diesen Monat enden, warten. Fügen Sie jemanden hinzu, geben Sie ein Recht, beenden Sie eines.',
    },
  ],
  [
    'noor-el-amrani',
    'organisation',
    {
      en: 'Administers a town with 900 people and two units: search, and see whose rights end this month.',
      nl: 'Beheert een stad met 900 mensen en twee onderdelen: zoek, en kijk wiens rechten deze maand aflopen.',
      fr: 'Gère une ville de 900 personnes et deux services : cherchez, et voyez quels droits prennent fin ce mois-ci.',
      de: 'Verwaltet eine Stadt mit 900 Personen und zwei Diensten: Suchen Sie, und sehen Sie, wessen Rechte diesen Monat enden.',
    },
  ],
  [
    'yasmine-haddad',
    'organisation',
    {
      en: 'Local administrator of one unit of the town: sees its people, and nobody else’s.',
      nl: 'Lokale beheerder van één onderdeel van de stad: ziet de mensen daarvan, en van niets anders.',
      fr: 'Gestionnaire locale d’un seul service de la ville : voit ses membres, et ceux d’aucun autre.',
      de: 'Lokale Verwalterin eines einzigen Dienstes der Stadt: sieht dessen Personen, und sonst keine.',
    },
  ],
  [
    'jef-goossens',
    'organisation',
    {
      en: 'Stands in for Pieter Janssens for two weeks: decides as he does, and appoints nobody.',
      nl: 'Vervangt Pieter Janssens twee weken: beslist zoals hij, en stelt niemand aan.',
      fr: 'Remplace Pieter Janssens pendant deux semaines : décide comme lui, mais ne désigne personne.',
      de: 'Vertritt Pieter Janssens zwei Wochen lang: entscheidet wie er, setzt aber niemanden ein.',
    },
  ],
  [
    'an-claes',
    'organisation',
    {
      en: 'Administers a school, and a group of schools with two more as its units: choose which, and change without logging out.',
      nl: 'Beheert een school en een scholengroep met twee scholen als onderdelen: kies welke, en wissel zonder af te melden.',
      fr: 'Gère une école et un groupe scolaire composé de deux autres écoles : choisissez, et changez sans vous déconnecter.',
      de: 'Verwaltet eine Schule und eine Schulgruppe mit zwei weiteren Schulen: Wählen Sie, und wechseln Sie, ohne sich abzumelden.',
    },
  ],
  [
    'els-de-smet',
    'access',
    {
      en: 'Asked for a right, and was asked something back: answer it, then decide about it as Pieter Janssens.',
      nl: 'Vroeg een recht aan en kreeg een vraag terug: beantwoord ze, en beslis erover als Pieter Janssens.',
      fr: 'A demandé un droit et a reçu une question : répondez-y, puis décidez en tant que Pieter Janssens.',
      de: 'Hat ein Recht beantragt und eine Rückfrage bekommen: Beantworten Sie sie, und entscheiden Sie dann als Pieter Janssens.',
    },
  ],
  [
    'lien-maes',
    'access',
    {
      en: 'Pieter Janssens invited her by her number: look at Invitations, accept, then log in to KLIP.',
      nl: 'Pieter Janssens nodigde haar uit met haar nummer: kijk bij Uitnodigingen, aanvaard, en meld aan bij KLIP.',
      fr: 'Pieter Janssens l’a invitée par son numéro : regardez sous Invitations, acceptez, puis connectez-vous à KLIP.',
      de: 'Pieter Janssens hat sie über ihre Nummer eingeladen: Sehen Sie unter Einladungen nach, nehmen Sie an, und melden Sie sich bei KLIP an.',
    },
  ],
  [
    'ingrid-vandeput',
    'platform',
    {
      en: 'Administers the platform: find the bakery in which nobody decides, and give it an administrator.',
      nl: 'Beheert het platform: zoek de bakkerij waar niemand beslist, en geef haar een beheerder.',
      fr: 'Gère la plateforme : trouvez la boulangerie où personne ne décide et donnez-lui un gestionnaire.',
      de: 'Verwaltet die Plattform: Finden Sie die Bäckerei, in der niemand entscheidet, und geben Sie ihr einen Verwalter.',
    },
  ],
];

/** Everybody worth being in the pages of organisations and of the platform. */
export const organisationPersonas: readonly OrganisationPersona[] = rows.map(([id, at, happens]) => {
  const name = demoBelgians.find((each) => each.id === id)?.name;
  if (!name) throw new Error(`no ${id}`);
  return { name, at, path: pathsOf[at], happens };
});
