import { demoBelgians } from './people.ts';
import type { InLanguages } from './persona-texts.ts';

/** Somebody to be because of what they decide in an organisation, and what to do and see. */
export type OrganisationPersona = {
  readonly name: string;
  readonly at: 'organisation' | 'cases';
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
      en: 'Head local administrator of a contractor: add a person, give a right, end one.',
      nl: 'Hoofd lokale beheerder van een aannemer: voeg iemand toe, geef een recht, beëindig er een.',
      fr: 'Gestionnaire local principal d’un entrepreneur : ajoutez une personne, donnez un droit, mettez fin à un autre.',
      de: 'Lokaler Hauptverwalter eines Bauunternehmens: Fügen Sie jemanden hinzu, geben Sie ein Recht, beenden Sie eines.',
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
    'ingrid-vandeput',
    'cases',
    {
      en: 'Administers the platform as well: go to /platform, find the bakery in which nobody decides.',
      nl: 'Beheert ook het platform: ga naar /platform, zoek de bakkerij waar niemand beslist.',
      fr: 'Gère aussi la plateforme : allez à /platform et trouvez la boulangerie où personne ne décide.',
      de: 'Verwaltet auch die Plattform: Gehen Sie zu /platform und finden Sie die Bäckerei, in der niemand entscheidet.',
    },
  ],
];

/** Everybody worth being in the pages of organisations and of the platform. */
export const organisationPersonas: readonly OrganisationPersona[] = rows.map(([id, at, happens]) => {
  const name = demoBelgians.find((each) => each.id === id)?.name;
  if (!name) throw new Error(`no ${id}`);
  return { name, at, happens };
});
