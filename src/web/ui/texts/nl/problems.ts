import type { problems as source } from '../en/problems.ts';

export const problems = {
  'problem.youCan': 'Wat u kunt doen',
  'problem.at': 'Tijdstip',
  'problem.call': 'Bel de Servicedesk op {telephone} en geef de referentie.',
  'problem.restart': 'Ga naar {application} en meld u opnieuw aan.',
  'problem.restartAny': 'Ga terug naar de toepassing die u wilt gebruiken en meld u opnieuw aan.',
  'problem.otherWay': 'Kies een andere manier om u aan te melden.',
  'problem.otherWay.button': 'Anders aanmelden',

  'problem.expired': 'Deze aanmelding is geëindigd',
  'problem.expired.text': 'U was een tijd weg. Voor uw veiligheid eindigt een aanmelding vanzelf.',
  'problem.other-browser': 'Deze aanmelding begon in een andere browser',
  'problem.other-browser.text':
    'Voor uw veiligheid werkt een aanmelding alleen in de browser waarin ze begon.',
  'problem.other-browser.do': 'Ga verder in de browser of het venster waarin u begon.',
  'problem.already-finished': 'U hebt deze aanmelding al afgerond',
  'problem.already-finished.text':
    'U kwam terug op een pagina van een aanmelding die klaar is. Er ging niets mis.',
  'problem.link-ended': 'Uw eID is hier niet meer aan u gekoppeld',
  'problem.link-ended.text':
    'Medewerkers beëindigden de koppeling tussen de eID die u gebruikte en een Belgisch nummer. Wat daarmee geopend was, is ook geëindigd.',
  'problem.again.button': 'Laad de pagina opnieuw',
  'problem.home.button': 'Naar de startpagina',
  'problem.login.button': 'Opnieuw aanmelden',
  'problem.resend': 'Wacht een minuut en verstuur het nog eens. Wat u typte, staat nog in deze pagina.',
  'problem.resend.button': 'Nog eens versturen',
  'problem.changed-elsewhere': 'Deze aanmelding ging verder in een ander venster',
  'problem.changed-elsewhere.text':
    'U hebt deze aanmelding twee keer open. Wat u laatst deed, telde niet mee.',
  'problem.changed-elsewhere.do': 'Ga verder waar de aanmelding nu staat.',
  'problem.changed-elsewhere.button': 'Tonen waar de aanmelding staat',
  'problem.unknown-attempt': 'We vinden deze aanmelding niet',
  'problem.unknown-attempt.text':
    'Het adres is niet volledig, of de aanmelding is al een tijd geleden geëindigd.',
  'problem.country-answer-refused': 'We konden het antwoord van {country} niet aannemen',
  'problem.country-answer-refused.text':
    'Het antwoord kwam niet door onze veiligheidscontrole. Niemand werd aangemeld.',
  'problem.country-failed': '{country} kon u niet aanmelden',
  'problem.country-failed.text': 'De aanmeldpagina van {country} meldde ons dat daar iets misging.',
  'problem.country-level-too-low': 'De eID die u gebruikte is niet sterk genoeg',
  'problem.country-level-too-low.text':
    '{country} meldde ons dat uw eID een lager betrouwbaarheidsniveau heeft dan deze toepassing vraagt.',
  'problem.country-level-too-low.do': 'Meld u opnieuw aan met een sterkere eID van uw land, als u die hebt.',
  'problem.country-data-missing': '{country} stuurde niet alle gegevens die we nodig hebben',
  'problem.country-data-missing.text':
    'Dit gegeven kregen we niet: {attribute}. Zonder dat weten we niet zeker wie u bent.',
  'problem.country-data-missing.do': 'Vraag de helpdesk van uw eID waarom die dit gegeven niet deelt.',
  'problem.country-unavailable': 'De eID van {country} kan op dit moment niet worden gebruikt',
  'problem.country-unavailable.text':
    'We kunnen {country} niet veilig bereiken. Meestal is dat binnen een dag opgelost.',
  'problem.country-unavailable.do': 'Probeer later opnieuw.',
  'problem.no-means-possible': 'U kunt zich hier niet aanmelden',
  'problem.no-means-possible.text':
    'De toepassing vraagt een digitale sleutel die we op dit moment niet kunnen aanbieden.',
  'problem.no-means-possible.do':
    'Meld dit aan de beheerders van de toepassing, met de referentie hieronder.',
  'problem.someCountry': 'uw land',

  'attribute.familyName': 'uw familienaam',
  'attribute.givenNames': 'uw voornamen',
  'attribute.birthDate': 'uw geboortedatum',
  'attribute.identifier': 'uw kenmerk',
  'attribute.other': 'een verplicht gegeven',

  'problem.unknown-application': 'We kennen deze toepassing niet',
  'problem.unknown-application.text': 'De pagina waar u vandaan kwam, is niet bij ons geregistreerd.',
  'problem.redirect-address-refused': 'We kunnen u niet terugsturen naar deze toepassing',
  'problem.redirect-address-refused.text':
    'Het adres om naar terug te keren is niet het adres dat geregistreerd werd. Om u te beschermen stoppen we hier.',
  'problem.logout-address-refused': 'We kunnen u niet terugsturen naar deze toepassing',
  'problem.logout-address-refused.text':
    'U bent afgemeld. De toepassing vroeg ons u naar een adres te sturen dat niet geregistreerd is. Om u te beschermen stoppen we hier.',
  'problem.logout-hint-refused': 'U bent afgemeld',
  'problem.logout-hint-refused.text':
    'We sturen u niet vanzelf terug: wat de toepassing meegaf om te tonen dat ze namens u vraagt, ontbreekt of komt niet van ons.',
  'problem.request-refused': 'We begrijpen deze vraag niet',
  'problem.request-refused.text': 'De toepassing stuurde iets waar we niet mee verder kunnen.',
  'problem.application': 'Meld dit aan de beheerders van de toepassing, met de referentie hieronder.',
  'problem.not-found': 'Deze pagina bestaat niet',
  'problem.not-found.text': 'Misschien staat er een tikfout in het adres, of is de pagina verplaatst.',
  'problem.not-found.do': 'Controleer het adres, of begin op de <a>startpagina</a>.',
  'problem.internal': 'Er ging iets mis bij ons',
  'problem.internal.text': 'We zijn verwittigd. Het ligt niet aan wat u deed.',
  'problem.internal.do': 'Wacht een minuut en laad de pagina opnieuw.',
  'problem.form': 'We konden niet nagaan waar dit formulier vandaan kwam',
  'problem.form.text': 'Uw browser stuurde de cookie niet mee die deze aanmelding beschermt.',
  'problem.form.do':
    'Sta cookies toe voor deze website. We gebruiken alleen wat nodig is om u aan te melden: <a>onze cookies</a>.',
  'problem.too-large': 'Dat was meer dan we kunnen aannemen',
  'problem.too-large.text': 'Wat er gestuurd werd, is groter dan deze pagina aanneemt.',
  'problem.too-many-requests': 'Er kwamen te veel vragen uit uw netwerk',
  'problem.too-many-requests.text':
    'Iemand die uw verbinding deelt, of een programma, vraagt meer dan we aankunnen. Er is niets van u verloren.',
  'problem.method': 'Op dit adres is niets te zien',
  'problem.method.text':
    'Het is alleen voor computers van lidstaten die iemand terugbrengen van een aanmelding.',
  'problem.reload': 'Ga terug, laad de pagina opnieuw en probeer nog eens.',
} satisfies Record<keyof typeof source, string>;
