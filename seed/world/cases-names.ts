import type { Language } from '../../src/base/language.ts';

/** Names of one country, of which invented applicants are put together. `Latin|original` where the script is another one. */
export type NamePool = {
  readonly country: string;
  readonly language: Language;
  /** Whether eIDs of this country tell the birth place and the sex; otherwise the applicant is asked. */
  readonly tells: boolean;
  readonly families: readonly string[];
  readonly women: readonly string[];
  readonly men: readonly string[];
  readonly towns: readonly string[];
  readonly street: string;
  readonly postcode: string;
};

const pool = (
  country: string,
  language: Language,
  names: Omit<NamePool, 'country' | 'language' | 'tells'> & { readonly tells?: boolean },
): NamePool => ({ country, language, tells: true, ...names });

/** Countries from which many come, the most frequent ones first. Nobody of these is real, and simulated Europe knows none of them. */
export const namePools: readonly NamePool[] = [
  pool('NL', 'nl', {
    families: ['Bakker', 'van ’t Hoff', 'Dijkstra', 'de Wit', 'Visser', 'IJzerman', 'Mulder', 'Smit'],
    women: ['Femke', 'Anouk', 'Marije'],
    men: ['Daan', 'Jurriën', 'Bas'],
    towns: ['Breda', '’s-Hertogenbosch', 'Zwolle'],
    street: 'Voorbeeldlaan',
    postcode: '9999 ZZ',
  }),
  pool('DE', 'de', {
    families: ['Becker', 'Größmann', 'Lehmann', 'von der Heide', 'Zöllner', 'Krause', 'Jäger', 'Weiß'],
    women: ['Lena', 'Käthe', 'Jule'],
    men: ['Timo', 'Jörg', 'Sören'],
    towns: ['Aachen', 'Düsseldorf', 'Münster'],
    street: 'Musterweg',
    postcode: '99999',
  }),
  pool('PL', 'en', {
    tells: false,
    families: ['Kowalczyk', 'Wójcik', 'Zając', 'Dąbrowska', 'Szczęsny', 'Król', 'Pawlak', 'Łukasik'],
    women: ['Agnieszka', 'Łucja', 'Joanna'],
    men: ['Paweł', 'Grzegorz', 'Michał'],
    towns: ['Łódź', 'Gdańsk', 'Rzeszów'],
    street: 'ulica Przykładowa',
    postcode: '99-999',
  }),
  pool('RO', 'fr', {
    families: ['Popescu', 'Țăranu', 'Dumitrescu', 'Ștefănescu', 'Ungureanu', 'Rusu', 'Bălan', 'Moldovan'],
    women: ['Ioana', 'Mădălina', 'Andreea'],
    men: ['Răzvan', 'Mihai', 'Cătălin'],
    towns: ['Timișoara', 'Iași', 'Brașov'],
    street: 'Strada Exemplu',
    postcode: '999999',
  }),
  pool('BG', 'en', {
    families: [
      'Dimitrov|Димитров',
      'Stoyanov|Стоянов',
      'Kolev|Колев',
      'Yordanov|Йорданов',
      'Zhelyazkov|Желязков',
    ],
    women: ['Desislava|Десислава', 'Yana|Яна', 'Tsvetelina|Цветелина'],
    men: ['Hristo|Христо', 'Ivaylo|Ивайло', 'Stoyan|Стоян'],
    towns: ['Varna', 'Ruse', 'Burgas'],
    street: 'ulitsa Primer',
    postcode: '9999',
  }),
  pool('IT', 'fr', {
    families: ['Rossi', 'De Luca', 'Dell’Acqua', 'Esposito', 'Lo Presti', 'Marchetti', 'Bianchi', 'Fontana'],
    women: ['Chiara', 'Niccolina', 'Elisabetta'],
    men: ['Matteo', 'Nicolò', 'Davide'],
    towns: ['Bologna', 'Reggio di Calabria', 'Forlì'],
    street: 'Via Esempio',
    postcode: '99999',
  }),
  pool('ES', 'fr', {
    families: ['Martínez Soler', 'Núñez Peña', 'Ortega', 'Ibáñez Gil', 'Castro Rey', 'Muñoz Vidal'],
    women: ['Lucía', 'Begoña', 'Inés'],
    men: ['Álvaro', 'Íñigo', 'José Luis'],
    towns: ['A Coruña', 'Cádiz', 'Logroño'],
    street: 'Calle de Ejemplo',
    postcode: '99999',
  }),
  pool('PT', 'fr', {
    tells: false,
    families: ['Gonçalves', 'Conceição', 'Magalhães', 'Pereira da Costa', 'Simões', 'Brandão'],
    women: ['Inês', 'Leonor', 'Catarina'],
    men: ['Tomás', 'Gonçalo', 'Nuno'],
    towns: ['Évora', 'Setúbal', 'Faro'],
    street: 'Rua do Exemplo',
    postcode: '9999-999',
  }),
  pool('EL', 'en', {
    families: [
      'Konstantinidis|Κωνσταντινίδης',
      'Vlachou|Βλάχου',
      'Tsakiris|Τσακίρης',
      'Economou|Οικονόμου',
      'Chatzis|Χατζής',
    ],
    women: ['Eirini|Ειρήνη', 'Chrysoula|Χρυσούλα', 'Aggeliki|Αγγελική'],
    men: ['Ioannis|Ιωάννης', 'Evangelos|Ευάγγελος', 'Panagiotis|Παναγιώτης'],
    towns: ['Patra', 'Irakleio', 'Volos'],
    street: 'Odos Paradeigmatos',
    postcode: '999 99',
  }),
  pool('HU', 'en', {
    families: ['Szabó', 'Fehér', 'Őry', 'Balogh', 'Kőszegi', 'Nagy-Tóth'],
    women: ['Eszter', 'Ágnes', 'Réka'],
    men: ['Gergő', 'Bence', 'Zsolt'],
    towns: ['Győr', 'Pécs', 'Debrecen'],
    street: 'Példa utca',
    postcode: '9999',
  }),
  pool('SE', 'en', {
    families: ['Öberg', 'Sjöström', 'Ångström', 'Lindqvist', 'Åkesson', 'Björk'],
    women: ['Åsa-Karin', 'Märta', 'Elin'],
    men: ['Björn', 'Håkan', 'Göran'],
    towns: ['Malmö', 'Växjö', 'Luleå'],
    street: 'Exempelgatan',
    postcode: '999 99',
  }),
  pool('LT', 'en', {
    tells: false,
    families: ['Jankauskas', 'Žukauskas', 'Šimkutė', 'Petraitis', 'Čepaitė'],
    women: ['Eglė', 'Živilė', 'Jūratė'],
    men: ['Mindaugas', 'Žygimantas', 'Šarūnas'],
    towns: ['Kaunas', 'Šiauliai', 'Panevėžys'],
    street: 'Pavyzdžio gatvė',
    postcode: '99999',
  }),
  pool('LU', 'fr', {
    families: ['Schmit', 'Thill', 'Wagener', 'Kieffer', 'Muller-Reding'],
    women: ['Josiane', 'Mélanie', 'Léonie'],
    men: ['Jean-Paul', 'Gaston', 'Luc'],
    towns: ['Esch-sur-Alzette', 'Diekirch', 'Wiltz'],
    street: 'Rue de l’Exemple',
    postcode: '9999',
  }),
];

/** A few have one name only: eIDAS writes it as the family name, and `-` for the given names. */
export const singleNames: readonly string[] = ['Anjani', 'Tenzin', 'Sukarti', 'Mahabub', 'Wulandari'];

/** Countries whose nationals cannot use eIDAS: they come to the counter of a registration office. */
export const counterPools: readonly NamePool[] = [
  pool('FR', 'fr', {
    families: ['Lemoine', 'Bélanger', 'd’Aubigny', 'Marchand', 'Chevallier'],
    women: ['Maëlle', 'Anne-Sophie', 'Zoé'],
    men: ['Benoît', 'Jérémie', 'Loïc'],
    towns: ['Roubaix', 'Besançon', 'Nîmes'],
    street: 'Rue de l’Exemple',
    postcode: '99999',
  }),
  pool('GB', 'en', {
    families: ['Ashworth', 'O’Connell', 'Pemberton', 'Llewellyn', 'Smith-Jones'],
    women: ['Imogen', 'Siân', 'Harriet'],
    men: ['Callum', 'Rhys', 'Alistair'],
    towns: ['Leeds', 'Swansea', 'Derby'],
    street: 'Example Road',
    postcode: 'ZZ99 9ZZ',
  }),
];
