import type { TemplateTexts } from './texts.ts';

export const nl: TemplateTexts = {
  'request-received': {
    subject: 'We hebben uw aanvraag {reference} ontvangen',
    body: `Beste {name}

We hebben uw aanvraag voor een Belgisch rijksregisternummer ontvangen. Uw referentie is {reference}. Bewaar deze e-mail: u hebt de referentie nodig als u ons belt.

Een medewerker van de federale overheid bekijkt uw gegevens. We verwachten dat dit {expectedDays} duurt. Als iets niet duidelijk is, stellen we u een vraag per e-mail.

[Bekijk uw aanvraag]({link})`,
  },
  'email-code': {
    subject: 'Uw code om uw e-mailadres te bevestigen',
    body: `Uw code is {code}.

Vul de code in op de pagina waar u uw e-mailadres gaf. De code werkt {validMinutes}.

We vragen deze code nooit aan de telefoon. Hebt u geen code gevraagd? Dan hoeft u niets te doen.`,
  },
  'question-asked': {
    subject: 'We hebben een vraag over uw aanvraag {reference}',
    body: `Beste {name}

We hebben uw antwoord nodig om verder te gaan met uw aanvraag {reference}.

{message}

Antwoord uiterlijk op {dueDate}. Op de pagina van uw aanvraag kunt u ons schrijven en documenten toevoegen.

[Beantwoord de vraag]({link})

Stuur geen documenten per e-mail: dat is daarvoor niet veilig genoeg.`,
  },
  'answer-reminder': {
    subject: 'We wachten nog op uw antwoord over uw aanvraag {reference}',
    body: `Beste {name}

We hebben u een vraag gesteld over uw aanvraag {reference}. We wachten nog op:

{missing}

Stuur het uiterlijk op {dueDate}. Komt er niets, dan sluiten we uw aanvraag na die dag af.

[Beantwoord de vraag]({link})`,
  },
  'answer-received': {
    subject: 'We hebben uw antwoord over uw aanvraag {reference} ontvangen',
    body: `Beste {name}

We hebben uw antwoord ontvangen. Een medewerker gaat verder met uw aanvraag {reference}. We verwachten dat dit {expectedDays} duurt.

[Bekijk uw aanvraag]({link})`,
  },
  'number-assigned': {
    subject: 'Uw Belgische rijksregisternummer is klaar: aanvraag {reference}',
    body: `Beste {name}

We hebben uw aanvraag {reference} goedgekeurd. U hebt nu een eigen Belgisch rijksregisternummer.

Voor uw veiligheid staat het nummer niet in deze e-mail. U ziet het als u zich aanmeldt met uw eID.

[Bekijk uw nummer]({link})

Uw eID is gekoppeld aan dit nummer. Vanaf nu is uw eID genoeg om u aan te melden. Was u bezig met aanmelden bij een toepassing? Dan kunt u daar verdergaan.

We bewaren deze koppeling tot u ons vraagt ze te verwijderen. Wat we vergeleken hebben, bewaren we ten hoogste 12 maanden.`,
  },
  'number-assigned-in-mail': {
    subject: 'Uw Belgische rijksregisternummer is klaar: aanvraag {reference}',
    body: `Beste {name}

We hebben uw aanvraag {reference} goedgekeurd. Dit is uw persoonlijke Belgische rijksregisternummer:

{number}

Bewaar het goed, en geef het alleen aan wie het nodig heeft.

Wilt u uw aanvraag bekijken? Ga naar onze website, zoals u eerder deed, en meld u aan met uw eID.

Uw eID is gekoppeld aan dit nummer. Vanaf nu is uw eID genoeg om u aan te melden. Was u bezig met aanmelden bij een toepassing? Dan kunt u daar verdergaan.

We bewaren deze koppeling tot u ons vraagt ze te verwijderen. Wat we vergeleken hebben, bewaren we ten hoogste 12 maanden.`,
  },
  'number-linked': {
    subject: 'Uw eID is gekoppeld aan uw Belgische rijksregisternummer: aanvraag {reference}',
    body: `Beste {name}

We hebben uw aanvraag {reference} goedgekeurd. U had al een Belgisch rijksregisternummer. We hebben uw eID eraan gekoppeld.

Voor uw veiligheid staat het nummer niet in deze e-mail. U ziet het als u zich aanmeldt met uw eID.

[Bekijk uw nummer]({link})

Vanaf nu is uw eID genoeg om u aan te melden. Was u bezig met aanmelden bij een toepassing? Dan kunt u daar verdergaan.

We bewaren deze koppeling tot u ons vraagt ze te verwijderen. Wat we vergeleken hebben, bewaren we ten hoogste 12 maanden.`,
  },
  'number-linked-in-mail': {
    subject: 'Uw eID is gekoppeld aan uw Belgische rijksregisternummer: aanvraag {reference}',
    body: `Beste {name}

We hebben uw aanvraag {reference} goedgekeurd. U had al een Belgisch rijksregisternummer. We hebben uw eID eraan gekoppeld. Dit is uw nummer:

{number}

Bewaar het goed, en geef het alleen aan wie het nodig heeft.

Wilt u uw aanvraag bekijken? Ga naar onze website, zoals u eerder deed, en meld u aan met uw eID.

Vanaf nu is uw eID genoeg om u aan te melden. Was u bezig met aanmelden bij een toepassing? Dan kunt u daar verdergaan.

We bewaren deze koppeling tot u ons vraagt ze te verwijderen. Wat we vergeleken hebben, bewaren we ten hoogste 12 maanden.`,
  },
  'request-refused': {
    subject: 'We kunnen uw aanvraag {reference} niet goedkeuren',
    body: `Beste {name}

Een medewerker heeft uw aanvraag {reference} bekeken. We kunnen ze niet goedkeuren.

{reason}

U kunt antwoorden op de pagina van uw aanvraag, uiterlijk op {replyUntil}. Een medewerker bekijkt ze dan opnieuw. Na die dag kunt u een nieuwe aanvraag indienen.

[Bekijk uw aanvraag]({link})`,
  },
  'request-expired': {
    subject: 'We hebben uw aanvraag {reference} afgesloten',
    body: `Beste {name}

We hebben uw antwoord niet op tijd ontvangen. Daarom hebben we uw aanvraag {reference} afgesloten.

Hebt u nog altijd een Belgisch rijksregisternummer nodig? Antwoord op de pagina van uw aanvraag, uiterlijk op {replyUntil}. We gaan er dan mee verder. Na die dag kunt u een nieuwe aanvraag indienen: die begint met wat u ons eerder vertelde.

[Bekijk uw aanvraag]({link})`,
  },
  'draft-expired': {
    subject: 'We hebben de aanvraag {reference} verwijderd die u niet verstuurde',
    body: `Beste {name}

U begon een aanvraag voor een Belgisch rijksregisternummer, {reference}, en verstuurde ze niet. We hebben uw antwoorden verwijderd.

Hebt u nog altijd een nummer nodig? Meld u aan met uw eID en begin opnieuw.

[Begin opnieuw]({link})`,
  },
  'request-withdrawn': {
    subject: 'U hebt uw aanvraag {reference} ingetrokken',
    body: `Beste {name}

U hebt uw aanvraag {reference} ingetrokken. We werken er niet meer aan, en u krijgt zo geen Belgisch rijksregisternummer.

Hebt u zich bedacht? Antwoord op de pagina van uw aanvraag, uiterlijk op {replyUntil}. Een medewerker bekijkt uw aanvraag dan opnieuw.

Hebt u dit niet zelf gedaan? Bel ons en geef uw referentie.

[Bekijk uw aanvraag]({link})`,
  },
  'request-handed-over': {
    subject: 'Een registratiekantoor gaat verder met uw aanvraag {reference}',
    body: `Beste {name}

We kunnen uw gegevens niet op afstand nakijken. Daarom gaat dit kantoor verder met uw aanvraag {reference}: {office}.

Ga er zelf naartoe en neem mee:

- uw paspoort of identiteitskaart
- uw referentie {reference}

[Bekijk wat u meeneemt]({link})`,
  },
  'link-removed': {
    subject: 'Uw eID is niet meer gekoppeld aan een Belgisch rijksregisternummer: {reference}',
    body: `Beste {name}

We hebben de koppeling tussen uw eID en een Belgisch rijksregisternummer verwijderd. U kunt zich voorlopig niet aanmelden met deze eID.

{reason}

U kunt met uw eID opnieuw een nummer aanvragen.

[Bekijk uw aanvraag]({link})`,
  },
  'eid-linked': {
    subject: 'Er is een eID gekoppeld aan uw rijksregisternummer',
    body: `Beste {name}

We hebben een eID uit een ander land gekoppeld aan uw Belgische rijksregisternummer. Wie zich met die eID aanmeldt, meldt zich aan als u.

Hebt u dit gevraagd? Dan hoeft u niets te doen.

Hebt u dit niet gevraagd? Laat het ons dan meteen weten. Vermeld deze referentie: {reference}. We kijken het na en kunnen de koppeling beëindigen.

[Bekijk hoe u ons bereikt]({link})`,
  },
  'request-reopened': {
    subject: 'We bekijken uw aanvraag {reference} opnieuw',
    body: `Beste {name}

We hebben uw aanvraag {reference} opnieuw geopend.

{reason}

We verwachten dat dit {expectedDays} duurt. We laten u per e-mail weten wat we beslissen.

[Bekijk uw aanvraag]({link})`,
  },
  'access-link': {
    subject: 'Uw link naar uw aanvraag {reference}',
    body: `Beste {name}

U vroeg een link om uw aanvraag {reference} te bekijken.

[Bekijk uw aanvraag]({link})

Hebt u geen link gevraagd? Dan hoeft u niets te doen.`,
  },
  'address-changed': {
    subject: 'Uw e-mailadres voor aanvraag {reference} is gewijzigd',
    body: `Beste {name}

Iemand die zich met uw eID heeft aangemeld, heeft het e-mailadres voor uw aanvraag {reference} gewijzigd. Vanaf nu schrijven we naar het nieuwe adres.

Hebt u dat niet gedaan? Laat het ons dan meteen weten: meld u aan met uw eID en schrijf naar de medewerker.

[Uw aanvraag bekijken]({link})`,
  },
  'message-from-agent': {
    subject: 'Een bericht over uw aanvraag {reference}',
    body: `Beste {name}

Er is een bericht over uw aanvraag {reference}.

{message}

U kunt antwoorden op de pagina van uw aanvraag.

[Bekijk uw aanvraag]({link})`,
  },
  'number-replaced': {
    subject: 'Uw rijksregisternummer is veranderd',
    body: `Beste {name}

Het Rijksregister gaf u een ander rijksregisternummer. Vanaf nu kennen ook wij u onder het nieuwe nummer. U meldt zich aan zoals voordien, en uw rechten blijven dezelfde.

Uw oude nummer leidt nog altijd naar u. U hoeft niets te doen.

[Aanmelden]({link})`,
  },
  'persons-joined': {
    subject: 'We hebben uw twee dossiers samengevoegd',
    body: `Beste {name}

U was twee keer bij ons bekend. Twee medewerkers stelden vast dat beide dossiers over u gaan, en voegden ze samen. U meldt zich aan zoals voordien, met elke eID die u tot nu toe gebruikte.

Sommige rechten kunnen wachten tot een beheerder van uw organisatie akkoord gaat.

Gaat een van de dossiers niet over u? Laat het dan meteen weten aan de servicedesk.

[Aanmelden]({link})`,
  },
  'persons-parted': {
    subject: 'We hebben twee dossiers weer gescheiden',
    body: `Beste {name}

We hadden twee dossiers samengevoegd omdat we dachten dat ze allebei over u gingen. Twee medewerkers stelden vast dat dat niet klopt, en scheidden ze weer. U hebt de koppelingen en rechten die voordien van u waren.

Mist u iets? Laat het dan weten aan de servicedesk.

[Aanmelden]({link})`,
  },
  'person-left': {
    subject: '{name} kan niet meer handelen voor {organisation}',
    body: `Beste collega

Het Rijksregister meldt ons dat {name} niet langer herkend kan worden aan het rijksregisternummer. Alles wat deze persoon voor {organisation} kon doen, is beëindigd.

Kijk na wie het werk overneemt, en of {organisation} nog genoeg beheerders heeft.`,
  },
  'rights-wait': {
    subject: 'Rechten van {name} wachten op u bij {organisation}',
    body: `Beste collega

{name} was twee keer bij ons bekend, en beide dossiers zijn samengevoegd. Met beide samen zou deze persoon bij {organisation} meer kunnen dan voordien.

Wat uit het tweede dossier komt, geldt daarom pas als u akkoord gaat. Laat aan de servicedesk weten welke rechten {name} nodig heeft.`,
  },
};
