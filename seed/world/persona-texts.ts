import type { Language } from '../../src/base/language.ts';

/** The same in every language of our pages. */
export type InLanguages = Readonly<Record<Language, string>>;

type Row = readonly [id: string, en: string, nl: string, fr: string, de: string];

/** Why somebody is worth trying, and what to see; by demo id, with the application where there is more than one. */
const rows: readonly Row[] = [
  [
    'anna-mueller KLIP',
    'The main story: type her number, choose one of two companies. Next time: no form.',
    'Het hoofdverhaal: vul haar nummer in, kies een van twee bedrijven. De volgende keer: geen formulier.',
    'L’histoire principale : indiquez son numéro, choisissez une de ses deux entreprises. La fois suivante : pas de formulaire.',
    'Die Hauptgeschichte: Geben Sie ihre Nummer ein, wählen Sie eines von zwei Unternehmen. Beim nächsten Mal: kein Formular.',
  ],
  [
    'anna-mueller GIPOD',
    'Acts for exactly one company, sees once what will be shared.',
    'Handelt voor precies één bedrijf, ziet één keer wat gedeeld wordt.',
    'Agit pour une seule entreprise, voit une fois ce qui sera partagé.',
    'Handelt für genau ein Unternehmen, sieht einmal, was weitergegeben wird.',
  ],
  [
    'anna-mueller GEOPUNT',
    'Straight in, as a citizen.',
    'Meteen binnen, als burger.',
    'Entre directement, comme citoyenne.',
    'Direkt hinein, als Bürgerin.',
  ],
  [
    'lukas-schaefer',
    'Linked already: no number asked, one company, straight in.',
    'Al gekoppeld: geen nummer gevraagd, één bedrijf, meteen binnen.',
    'Déjà lié : pas de numéro demandé, une seule entreprise, entre directement.',
    'Schon verknüpft: keine Frage nach der Nummer, ein Unternehmen, direkt hinein.',
  ],
  [
    'katharina-vogel',
    'One detail differs in the register: no match. An agent can link her.',
    'Eén gegeven verschilt in het register: geen overeenkomst. Een behandelaar kan haar koppelen.',
    'Une donnée diffère dans le registre : pas de correspondance. Un agent peut la lier.',
    'Eine Angabe weicht im Register ab: keine Übereinstimmung. Ein Sachbearbeiter kann sie verknüpfen.',
  ],
  [
    'felix-braun',
    'Matches, but works for nobody: the page says whom to turn to.',
    'Komt overeen, maar werkt voor niemand: de pagina zegt bij wie hij terechtkan.',
    'Correspond, mais ne travaille pour personne : la page dit à qui s’adresser.',
    'Stimmt überein, arbeitet aber für niemanden: Die Seite sagt, an wen er sich wenden kann.',
  ],
  [
    'sophie-hartmann',
    'Her right ended: the page says when.',
    'Haar recht is afgelopen: de pagina zegt wanneer.',
    'Son droit a pris fin : la page dit quand.',
    'Ihr Recht ist abgelaufen: Die Seite sagt, wann.',
  ],
  [
    'maren-koester',
    'Works for a company without a Belgian number.',
    'Werkt voor een bedrijf zonder Belgisch ondernemingsnummer.',
    'Travaille pour une entreprise sans numéro d’entreprise belge.',
    'Arbeitet für ein Unternehmen ohne belgische Nummer.',
  ],
  [
    'jens-vogt',
    'Has no number: asks for one, and follows his request.',
    'Heeft geen nummer: vraagt er een, en volgt zijn aanvraag.',
    'N’a pas de numéro : en demande un, et suit sa demande.',
    'Hat keine Nummer: beantragt eine und verfolgt seinen Antrag.',
  ],
  [
    'willem-van-der-berg',
    'Legal representative: may act without a granted right.',
    'Wettelijk vertegenwoordiger: mag handelen zonder toegekend recht.',
    'Représentant légal : peut agir sans droit accordé.',
    'Gesetzlicher Vertreter: darf ohne erteiltes Recht handeln.',
  ],
  [
    'suharto',
    'Has one name only, and no number: asks for one.',
    'Heeft maar één naam, en geen nummer: vraagt er een.',
    'N’a qu’un seul nom, et pas de numéro : en demande un.',
    'Hat nur einen Namen und keine Nummer: beantragt eine.',
  ],
  [
    'aino-maekinen',
    'Her right lacks the context that it needs.',
    'Haar recht mist de context die het nodig heeft.',
    'Il manque à son droit le contexte dont il a besoin.',
    'Ihrem Recht fehlt der Kontext, den es braucht.',
  ],
  [
    'georgios-papadopoulos',
    'Greek script as well as Latin; matches.',
    'Grieks schrift naast Latijns; komt overeen.',
    'Écriture grecque et latine ; correspond.',
    'Griechische und lateinische Schrift; stimmt überein.',
  ],
  [
    'georgi-petrov',
    'Bulgarian script as well as Latin; matches.',
    'Bulgaars schrift naast Latijns; komt overeen.',
    'Écriture bulgare et latine ; correspond.',
    'Bulgarische und lateinische Schrift; stimmt überein.',
  ],
  [
    'asa-lindstroem',
    'Å and ö here, aa and oe in the register: matches.',
    'Hier Å en ö, in het register aa en oe: komt overeen.',
    'Ici Å et ö, dans le registre aa et oe : correspond.',
    'Hier Å und ö, im Register aa und oe: stimmt überein.',
  ],
  [
    'marko-kovacevic',
    'The register knows only his month of birth: no match.',
    'Het register kent alleen zijn geboortemaand: geen overeenkomst.',
    'Le registre ne connaît que son mois de naissance : pas de correspondance.',
    'Das Register kennt nur seinen Geburtsmonat: keine Übereinstimmung.',
  ],
  [
    'maria-long-name',
    'A family name of more than 90 characters.',
    'Een familienaam van meer dan 90 tekens.',
    'Un nom de famille de plus de 90 caractères.',
    'Ein Familienname mit mehr als 90 Zeichen.',
  ],
  [
    'maria-nikolaou',
    'The register spells her otherwise and swapped day and month: link her.',
    'Het register schrijft haar naam anders en heeft dag en maand verwisseld: koppel haar.',
    'Le registre écrit son nom autrement et a inversé le jour et le mois : liez-la.',
    'Das Register schreibt sie anders und hat Tag und Monat vertauscht: Verknüpfen Sie sie.',
  ],
  [
    'luca-ferrari',
    'Asked for a number; an agent asked him something: answer it.',
    'Heeft een nummer aangevraagd; een behandelaar heeft hem iets gevraagd: antwoord.',
    'A demandé un numéro ; un agent lui a posé une question : répondez.',
    'Hat eine Nummer beantragt; ein Sachbearbeiter hat ihn etwas gefragt: Antworten Sie.',
  ],
  [
    'javier-ruiz-molina',
    'Asked for a number; an agent is at work on it.',
    'Heeft een nummer aangevraagd; een behandelaar is ermee bezig.',
    'A demandé un numéro ; un agent s’en occupe.',
    'Hat eine Nummer beantragt; ein Sachbearbeiter ist dabei.',
  ],
  [
    'thomas-huber',
    'Asked for a number and was refused; he can ask again.',
    'Heeft een nummer aangevraagd en kreeg er geen; hij kan opnieuw aanvragen.',
    'A demandé un numéro et ne l’a pas reçu ; il peut refaire une demande.',
    'Hat eine Nummer beantragt und keine bekommen; er kann neu beantragen.',
  ],
  [
    'hugo-martin',
    'French eIDs do not work here: a registration office opens his case.',
    'Franse eID’s werken hier niet: een registratiekantoor opent zijn dossier.',
    'Les eID françaises ne fonctionnent pas ici : un bureau d’enregistrement ouvre son dossier.',
    'Französische eIDs funktionieren hier nicht: Ein Registrierungsbüro legt seinen Fall an.',
  ],
  [
    'joseph-borg',
    'Malta’s metadata have expired: the country cannot be chosen.',
    'De metadata van Malta zijn verlopen: het land kan niet gekozen worden.',
    'Les métadonnées de Malte ont expiré : le pays ne peut pas être choisi.',
    'Die Metadaten von Malta sind abgelaufen: Das Land kann nicht gewählt werden.',
  ],
  [
    'pieter-janssens',
    'Head local administrator; straight in for his company.',
    'Hoofd lokale beheerder; meteen binnen voor zijn bedrijf.',
    'Gestionnaire local principal ; entre directement pour son entreprise.',
    'Lokaler Hauptverwalter; direkt hinein für sein Unternehmen.',
  ],
  [
    'noor-el-amrani',
    'Citizen or both her municipalities at once: a choice of target group.',
    'Burger, of haar twee gemeenten tegelijk: een keuze van doelgroep.',
    'Citoyenne, ou ses deux communes à la fois : un choix de groupe cible.',
    'Bürgerin oder ihre beiden Gemeinden zugleich: eine Wahl der Zielgruppe.',
  ],
  [
    'lien-maes',
    'Belongs to no organisation and was never here before: straight in, as a citizen.',
    'Hoort bij geen organisatie en was hier nog nooit: meteen binnen, als burger.',
    'N’appartient à aucune organisation et n’est jamais venue : entre directement, comme citoyenne.',
    'Gehört zu keiner Organisation und war noch nie hier: direkt hinein, als Bürgerin.',
  ],
  [
    'jef-goossens',
    'His right begins later: the page says when.',
    'Zijn recht begint later: de pagina zegt wanneer.',
    'Son droit commence plus tard : la page dit quand.',
    'Sein Recht beginnt später: Die Seite sagt, wann.',
  ],
  [
    'lotte-verhaegen',
    'Case agent: compares, asks, decides.',
    'Behandelaar: vergelijkt, vraagt, beslist.',
    'Agente : compare, demande, décide.',
    'Sachbearbeiterin: vergleicht, fragt, entscheidet.',
  ],
  [
    'bruno-lemaire',
    'Confirms what Lotte decided; leads as well, with Ingrid.',
    'Bevestigt wat Lotte beslist heeft; leidt ook, met Ingrid.',
    'Confirme ce que Lotte a décidé ; dirige aussi, avec Ingrid.',
    'Bestätigt, was Lotte entschieden hat; leitet auch, mit Ingrid.',
  ],
  [
    'ingrid-vandeput',
    'Leads the agents: assigns, templates, reports.',
    'Leidt de behandelaars: toewijzen, sjablonen, rapporten.',
    'Dirige les agents : attribution, modèles, rapports.',
    'Leitet die Sachbearbeiter: Zuweisung, Vorlagen, Berichte.',
  ],
  [
    'yasmine-haddad',
    'Officer of the registration office of Lindeberg.',
    'Registratieambtenaar van het registratiekantoor van Lindeberg.',
    'Agente d’enregistrement du bureau de Lindeberg.',
    'Mitarbeiterin des Registrierungsbüros von Lindeberg.',
  ],
  ['geert-bogaert', 'Officer, her colleague.', 'Haar collega.', 'Son collègue.', 'Ihr Kollege.'],
];

/** What is said of somebody; throws for a key that nobody wrote for. */
export function saidOf(id: string, application?: string): InLanguages {
  const row = rows.find(([key]) => key === id || key === `${id} ${application}`);
  if (!row) throw new Error(`nothing is said of ${id}`);
  const [, en, nl, fr, de] = row;
  return { en, nl, fr, de };
}
