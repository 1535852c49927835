import type { help as source } from '../en/help.ts';

export const help = {
  'home.title': 'Eén veilige aanmelding voor toepassingen van de overheid',
  'home.lede':
    'Met Sluis meldt u zich aan met een digitale sleutel die u al hebt, waar in Europa die ook werd uitgegeven.',
  'home.start':
    'U begint altijd in de toepassing die u wilt gebruiken. Die stuurt u hierheen als u zich moet aanmelden.',
  'home.how': 'Hoe aanmelden gaat',
  'home.how.1': 'Kies hoe u zich aanmeldt',
  'home.how.1.text':
    'Met een Belgische eID-kaart, met itsme, of met de eID van een ander Europees land (eIDAS).',
  'home.how.2': 'Toon wie u bent',
  'home.how.2.text': 'Op de aanmeldpagina van uw eigen land. Wij zien nooit uw wachtwoord of pincode.',
  'home.how.3': 'Koppel uw Belgische rijksregisternummer, één keer',
  'home.how.3.text': 'Alleen de eerste keer met een eID van een ander land. Daarna is uw eID genoeg.',
  'home.how.4': 'Kies voor wie u zich aanmeldt',
  'home.how.4.text': 'Voor uzelf, of voor een organisatie die u toegang gaf.',
  'home.demo': 'Probeer het in deze demo',
  'home.demo.text':
    'Niets en niemand is hier echt. Open een toepassing, meld u aan, en wees een van de personen hieronder.',
  'home.place.klip': 'KLIP',
  'home.place.klip.text': 'Plannen van kabels en leidingen, voor wie wil graven',
  'home.place.gipod': 'GIPOD',
  'home.place.gipod.text': 'Werken op straat: wie, waar en wanneer',
  'home.place.geopunt': 'GEOPUNT',
  'home.place.geopunt.text': 'Kaarten, voor iedereen; om te bewaren meldt u zich aan',
  'home.place.europe': 'Nagebootst Europa',
  'home.place.europe.text': '29 landen, elk met een eigen aanmeldpagina en personen',
  'home.place.inbox': 'Postvak',
  'home.place.inbox.text': 'Alle e-mail die in deze demo verstuurd is',
  'home.place.cases': 'Dossiers',
  'home.place.cases.text': 'Waar behandelaars over aanvragen van een nummer beslissen',
  'home.place.office': 'Registratiekantoor',
  'home.place.office.text': 'Het loket voor wie hier niet met zijn eID kan aanmelden',
  'home.people': 'Wie u kunt zijn',
  'home.people.text':
    'Open de toepassing en meld u aan. Kies eIDAS, dan het land, dan de persoon; voor België kiest u de Belgische eID. Vul het nummer in als het gevraagd wordt.',
  'home.people.more': '{count, plural, one {Nog # persoon} other {Nog # personen}}',
  'home.trouble':
    'Op de aanmeldpagina van een land kunt u ook kiezen wat er misgaat: een foute handtekening, een antwoord dat te laat komt.',
  'home.staff': 'Wie hier werkt',
  'home.staff.text': 'Open de pagina, kies de Belgische eID, dan de persoon.',

  'help.title': 'Hulp en contact',
  'help.lede': 'Kies waar u hulp bij nodig hebt.',
  'help.call': 'Bel de Servicedesk',
  'help.call.text':
    'Het nummer is <b>{telephone}</b>. Zag u een pagina met een referentie? Houd die bij de hand: daarmee vinden we wat er gebeurde.',
  'help.never': 'We vragen nooit uw wachtwoord, uw pincode of een code. Ook niet aan de telefoon.',

  'belgian.title': 'Toegang krijgen voor een Belgische organisatie',
  'belgian.lede': 'Uw organisatie beslist wie zich voor haar mag aanmelden. Zo krijgt u toegang.',
  'belgian.1': 'Meld u één keer aan met uw eigen eID',
  'belgian.1.text':
    'Zo wordt uw eID gekoppeld aan uw Belgische rijksregisternummer. Daarna zegt een pagina dat u nog geen toegang hebt.',
  'belgian.2': 'Ga naar uw lokale beheerder of wettelijk vertegenwoordiger',
  'belgian.2.text':
    'De lokale beheerder beheert de toegang van uw organisatie. Weet u niet wie dat is? Vraag het aan de wettelijk vertegenwoordiger: vaak een bestuurder of zaakvoerder.',
  'belgian.3': 'Geef hun uw Belgische rijksregisternummer',
  'belgian.3.text':
    'Ze hebben het nodig om u te registreren. Zeg het persoonlijk of aan de telefoon, zet het niet in een e-mail.',
  'belgian.4': 'Zij registreren u en geven u een recht',
  'belgian.4.text':
    'Dat doen ze in het gebruikersbeheer, voor de toepassing die u nodig hebt. Een recht kan meer details vragen, zoals “planaanvrager”.',
  'belgian.5': 'Meld u opnieuw aan',
  'belgian.5.text': 'Open de toepassing en meld u op dezelfde manier aan. Nu kunt u de organisatie kiezen.',
  'belgian.representative': 'Bent u zelf de wettelijk vertegenwoordiger?',
  'belgian.representative.text':
    'Bij veel toepassingen kunt u zich zonder recht aanmelden voor uw organisatie, omdat u haar volgens de wet vertegenwoordigt. U ziet uw organisatie zodra de ondernemingsdatabank u kent.',

  'foreign.title': 'Toegang krijgen voor een bedrijf uit een ander land',
  'foreign.lede':
    'Heeft uw bedrijf geen Belgisch ondernemingsnummer? Dan registreert de Servicedesk het, en u ook.',
  'foreign.1': 'Meld u één keer aan met uw eigen eID',
  'foreign.1.text':
    'Zo wordt uw eID gekoppeld aan uw Belgische rijksregisternummer. Hebt u nog geen nummer, dan zegt de pagina wat er gebeurt.',
  'foreign.2': 'Bel de Servicedesk',
  'foreign.2.text': 'Het nummer is <b>{telephone}</b>. Zeg welke toepassing u nodig hebt.',
  'foreign.3': 'Houd deze gegevens bij de hand',
  'foreign.3.name': 'de naam en het adres van uw bedrijf',
  'foreign.3.register': 'het land en het nummer in het officiële register daar',
  'foreign.3.representative': 'de naam van de wettelijk vertegenwoordiger',
  'foreign.3.contact': 'uw e-mailadres en telefoonnummer',
  'foreign.3.reference': 'de referentie, als een pagina er u een gaf',
  'foreign.4': 'Wij registreren uw bedrijf en u',
  'foreign.4.text': 'We kunnen een bewijs vragen dat u voor het bedrijf mag handelen.',
  'foreign.5': 'Meld u opnieuw aan',
  'foreign.5.text': 'Open de toepassing en meld u op dezelfde manier aan. Nu kunt u uw bedrijf kiezen.',

  'office.title': 'Een Belgisch nummer krijgen in een registratiekantoor',
  'office.lede':
    'Kunt u de eID van uw land hier niet gebruiken? Dan krijgt u persoonlijk, in België, een Belgisch nummer en een digitale sleutel.',
  'office.who': 'Voor wie is dit?',
  'office.who.text':
    'Voor mensen van wie het land niet aangesloten is, zoals Frankrijk en het Verenigd Koninkrijk, en voor mensen zonder eID. Wat telt is het land dat uw eID uitgaf.',
  'office.situation': 'Wat is uw situatie?',
  'office.situation.closed':
    '<b>Uw eID is Frans of Brits</b>: die werkt hier niet. Kom met uw paspoort of identiteitskaart.',
  'office.situation.unconnected':
    '<b>Uw land staat niet in de lijst</b>: de eID van dat land doet nog niet mee. Kom met uw paspoort of identiteitskaart.',
  'office.situation.none': '<b>U hebt geen eID</b>: kom met uw paspoort, identiteitskaart of verblijfskaart.',
  'office.situation.sent': '<b>We stuurden u naar een kantoor</b>: neem de referentie van uw aanvraag mee.',
  'office.bring': 'Wat u meebrengt',
  'office.bring.document': 'het origineel van uw paspoort, identiteitskaart of verblijfskaart, nog geldig',
  'office.bring.reference': 'uw referentie, als u er een hebt: SLU en acht letters en cijfers',
  'office.bring.name': 'een bewijs van naamsverandering, als niet al uw documenten dezelfde naam hebben',
  'office.bring.number': 'een brief met uw Belgisch nummer, als u er ooit een had',
  'office.bring.contact': 'uw e-mailadres en uw gsm',
  'office.list': 'Kantoren die met ons werken',
  'office.list.text':
    'Bel voor u gaat: sommige kantoren werken alleen op afspraak. U kunt ook de Servicedesk bellen op {telephone}.',
  'office.list.none': 'Bel de Servicedesk op {telephone}: zij zeggen naar welk kantoor u kunt gaan.',
  'office.1': 'Zoek een lokaal registratiekantoor',
  'office.1.text':
    'De website van de federale overheid heeft een lijst. Sommige kantoren werken alleen op afspraak.',
  'office.2': 'Neem uw documenten mee',
  'office.2.text': 'Uw geldige paspoort of identiteitskaart. Houd ook uw e-mailadres en een gsm bij de hand.',
  'office.3': 'Ga er zelf naartoe',
  'office.3.text': 'Iemand vergelijkt u met uw document. Niemand anders kan dat voor u doen.',
  'office.4': 'Stel uw digitale sleutel in',
  'office.4.text': 'Met wat u krijgt, stelt u een sleutel met twee stappen in, zoals een code via een app.',
  'office.5': 'Meld u hier aan met die sleutel',
  'office.5.text':
    'Vraag daarna toegang: <a>voor een Belgische organisatie</a> of <a>voor een bedrijf uit een ander land</a>.',

  'privacy.title': 'Hoe we met uw gegevens omgaan',
  'privacy.lede': 'We gebruiken uw gegevens om u veilig aan te melden, en voor niets anders.',
  'privacy.what': 'Wat we vragen, en waarom',
  'privacy.what.eid':
    'Wat uw land ons vertelt: uw namen, geboortedatum, een kenmerk en, als het die stuurt, geboorteplaats en geslacht. Daarmee herkennen we u.',
  'privacy.what.number':
    'Uw Belgische rijksregisternummer, de eerste keer. Daarmee vinden we u in het Belgische personenregister. We bewaren het versleuteld.',
  'privacy.what.address':
    'Het internetadres van uw browser, om mensen te stoppen die veel nummers proberen. We bewaren het kort, in een vorm die niet terug te lezen is.',
  'privacy.who': 'Wie krijgt wat',
  'privacy.who.text':
    'Alleen de toepassing waar u zich bij aanmeldt, en alleen wat daarmee is afgesproken. Een toepassing kan vragen dat we u de gegevens eerst tonen. Niemand anders krijgt iets, en we volgen niet wat u daar doet.',
  'privacy.long': 'Hoelang we het bewaren',
  'privacy.long.link':
    'De koppeling tussen uw eID en uw nummer: tot u vraagt om ze te verwijderen, of tot ze wordt rechtgezet.',
  'privacy.long.match':
    'Wat we vergeleken toen we u zochten: tussen 6 en 12 maanden, zoals de Europese wet vraagt (Uitvoeringsverordening (EU) 2025/846).',
  'privacy.long.login': 'Een aanmelding die u begon: tot ze eindigt, hoogstens enkele uren.',
  'privacy.long.audit':
    'Dat u zich aanmeldde, wanneer en voor welke toepassing: zolang de wet dat vraagt, om het later te kunnen uitleggen.',
  'privacy.rights': 'Uw rechten',
  'privacy.rights.text':
    'U mag vragen welke gegevens we hebben, ze laten verbeteren en de koppeling laten verwijderen. Bel de Servicedesk op {telephone}. U kunt ook een klacht indienen bij de Gegevensbeschermingsautoriteit.',

  'cookies.title': 'Cookies',
  'cookies.lede':
    'We gebruiken alleen cookies die nodig zijn om u aan te melden. Daarom vragen we geen toestemming.',
  'cookies.life': 'Hoelang',
  'cookies.browser': 'Bindt een aanmelding aan deze browser, zodat niemand anders ze kan overnemen',
  'cookies.session': 'Onthoudt dat u aangemeld bent, zodat de volgende toepassing het niet opnieuw vraagt',
  'cookies.interaction': 'Vindt de aanmelding van een toepassing terug terwijl u zich aanmeldt',
  'cookies.resume': 'Brengt u na de aanmelding terug naar de toepassing',
  'cookies.means':
    'Onthoudt met welk middel en van welk land u zich het laatst aanmeldde, of dat ook anderen deze computer gebruiken. Niemand anders krijgt dit',
  'cookies.language': 'Onthoudt de taal die u koos. Bevat twee letters en niets anders',
  'cookies.staff':
    'Alleen voor medewerkers: onthoudt dat u zich op de pagina’s voor medewerkers hebt aangemeld',
  'cookies.lists':
    'Alleen voor medewerkers: onthoudt uit welke lijst een dossier werd geopend, voor de weg terug',
  'cookies.life.browser': 'tot u uw browser sluit',
  'cookies.life.session': 'tot u uw browser sluit, hoogstens 2 uur',
  'cookies.life.login': 'tijdens de aanmelding',
  'cookies.life.year': '1 jaar',
  'cookies.none': 'We gebruiken geen statistieken, geen reclame en niets van andere bedrijven.',

  'accessibility.title': 'Toegankelijkheid',
  'accessibility.lede':
    'Iedereen moet zich hier kunnen aanmelden, ook met een toetsenbord, een schermlezer of grote letters.',
  'accessibility.standard': 'Waar we naartoe werken',
  'accessibility.standard.text': 'De Europese norm EN 301 549 en WCAG 2.2, niveau AA.',
  'accessibility.tested': 'Hoe we testen',
  'accessibility.tested.text':
    'Elke pagina wordt bij elke wijziging door een machine getest: in vier talen, licht en donker, op een smal en op een breed scherm. Alles werkt zonder JavaScript. Een onafhankelijke organisatie heeft deze pagina’s nog niet getest.',
  'accessibility.gaps': 'Wat we niet in de hand hebben',
  'accessibility.gaps.text':
    'De aanmeldpagina’s van andere landen en de toepassingen zelf worden door anderen gemaakt.',
  'accessibility.report': 'Werkt er iets niet voor u?',
  'accessibility.report.text':
    'Bel de Servicedesk op {telephone}. Zeg welke pagina het was en wat u gebruikt. Is het antwoord niet goed genoeg? Dan kunt u terecht bij de FOD BOSA, die in België toeziet op toegankelijkheid.',
} satisfies Record<keyof typeof source, string>;
