/** What was wrong with what an officer typed, said to the officer: about the person at the counter, never "you". */
export const counterErrors = {
  'counter.error.documentType.choose': 'Kies het soort document',
  'counter.error.documentNumber.empty': 'Typ het nummer van het document',
  'counter.error.documentNumber.too-long':
    'Het nummer van een document heeft hoogstens 30 letters en cijfers',
  'counter.error.documentNumber.not-a-document-number': 'Typ alleen de letters en cijfers van het nummer',
  'counter.error.documentCountry.choose': 'Kies het land dat het document heeft uitgereikt',
  'counter.error.documentExpires.empty':
    'Typ tot wanneer het document geldig is, of kruis aan dat er geen einddatum op staat',
  'counter.error.documentExpires.not-a-date':
    'Typ tot wanneer het document geldig is, met de dag eerst, bijvoorbeeld 27 3 2031',
  'counter.error.documentExpires.expired': 'Dit document is verlopen. Vraag de persoon een ander',
  'counter.error.documentExpires.both': 'Typ een einddatum of kruis aan dat er geen is, niet allebei',
  'counter.error.familyName.empty': 'Typ de familienaam',
  'counter.error.familyName.letters': 'Typ de familienaam zoals hij in het document staat',
  'counter.error.familyName.too-long': 'De familienaam mag hoogstens 100 tekens hebben',
  'counter.error.familyName.own-case': 'Dit dossier gaat over uzelf. Een collega moet het openen',
  'counter.error.givenNames.letters': 'Typ de voornamen zoals ze in het document staan',
  'counter.error.givenNames.too-long': 'De voornamen mogen hoogstens 100 tekens hebben',
  'counter.error.birthDate.empty':
    'Typ de geboortedatum, of alleen het jaar als het document niet meer heeft',
  'counter.error.birthDate.not-a-date': 'Typ de geboortedatum met de dag eerst, bijvoorbeeld 17 10 1985',
  'counter.error.birthDate.in-the-past': 'De geboortedatum moet in het verleden liggen',
  'counter.error.birthPlace.empty':
    'Typ de geboorteplaats. Staat ze niet in het document? Vraag ze aan de persoon',
  'counter.error.birthPlace.letters': 'Typ de geboorteplaats zoals ze in het document staat',
  'counter.error.birthPlace.too-long': 'De geboorteplaats mag hoogstens 100 tekens hebben',
  'counter.error.birthCountry.choose': 'Kies het land waar de persoon geboren is',
  'counter.error.sex.choose': 'Kies het geslacht dat in het document staat',
  'counter.error.nationality.choose': 'Typ de nationaliteit die in het document staat',
  'counter.error.nationality.not-a-country':
    'We kennen deze nationaliteit niet. Typ de naam van een land, de code in het document, “staatloos” of “onbekend”',
  'counter.error.addressLines.empty': 'Typ de straat en het nummer waar de persoon woont',
  'counter.error.addressLines.too-long': 'Straat en nummer mogen hoogstens 200 tekens hebben',
  'counter.error.postcode.too-long': 'Een postcode heeft hoogstens 20 tekens',
  'counter.error.municipality.empty': 'Typ de gemeente of stad waar de persoon woont',
  'counter.error.municipality.letters': 'Typ de naam van de gemeente of stad, zoals in een adres',
  'counter.error.municipality.too-long': 'Gemeente of stad mag hoogstens 100 tekens hebben',
  'counter.error.addressCountry.choose': 'Kies het land waar de persoon woont',
  'counter.error.email.not-an-email': 'Typ een e-mailadres zoals naam@example.eu, of laat het weg',
  'counter.error.telephone.not-a-telephone': 'Typ het telefoonnummer met de landcode, of laat het weg',
  'counter.error.language.choose': 'Kies de taal waarin de persoon bericht krijgt',
  'counter.error.number.empty': 'Typ het identificatienummer',
  'counter.error.number.letters': 'Een identificatienummer heeft alleen cijfers',
  'counter.error.number.length': 'Een identificatienummer heeft 11 cijfers',
  'counter.error.number.not-a-number': 'Dit is geen Belgisch identificatienummer. Controleer elk cijfer',
  'counter.error.number.not-registered': 'Niemand is met dit nummer ingeschreven. Controleer elk cijfer',
  'counter.error.number.data-differ':
    'Het register heeft andere gegevens bij dit nummer. Vergelijk de namen en de geboortedatum met het document. Nog niet gelijk? Laat het nummer weg: behandelaars gaan verder met het dossier',
  'counter.error.number.own-case': 'Dit is uw eigen nummer. Een collega moet het dossier openen',
  'counter.error.number.already-linked':
    'De eID van deze persoon leidt al naar iemand anders. Laat het nummer weg: behandelaars gaan verder met het dossier',
  'counter.error.because.asked':
    'Voor dit nummer moet ook een behandelaar akkoord gaan. Zeg hoe u zeker weet wie dit is, en verstuur het opnieuw.',
  'counter.error.because.empty': 'Zeg hoe u zeker weet wie dit is',
  'counter.error.because.too-short': 'Zeg het in minstens 10 tekens',
  'counter.error.because.too-long': 'Zeg het in hoogstens 500 tekens',
  'counter.error.checked.agree':
    'Kruis aan dat u het originele document hebt gezien. Hebt u het niet gezien? Open dan geen dossier',
  'counter.error.reference.empty': 'Typ de referentie',
  'counter.error.reference.unknown':
    'Uw kantoor heeft geen dossier met deze referentie. Controleer elke letter en elk cijfer. Is de persoon naar een ander kantoor gestuurd? Dan moet hij daarheen',
  'counter.error.any.empty': 'Vul dit in',
  'counter.error.any.choose': 'Kies er een',
  'counter.error.any.too-long': 'Dit is te lang',
  'counter.error.any.not-right': 'Dit klopt niet. Controleer het',
} as const;
