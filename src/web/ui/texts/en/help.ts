/** The pages around the login: home, help, privacy. Each must be true. */
export const help = {
  'home.title': 'One safe login for government applications',
  'home.lede':
    'Sluis lets you log in with a digital key that you already have, wherever in Europe it was issued.',
  'home.start':
    'You always begin in the application that you want to use. It sends you here when you have to log in.',
  'home.how': 'How logging in works',
  'home.how.1': 'Choose how to log in',
  'home.how.1.text':
    'With a Belgian eID card, with itsme, or with the eID of another European country (eIDAS).',
  'home.how.2': 'Prove who you are',
  'home.how.2.text': 'On the login page of your own country. We never see your password or PIN.',
  'home.how.3': 'Link your Belgian national number, once',
  'home.how.3.text': 'Only the first time with an eID of another country. After that your eID is enough.',
  'home.how.4': 'Choose for whom you log in',
  'home.how.4.text': 'For yourself, or for an organisation that gave you access.',
  'home.demo': 'Try it in this demo',
  'home.demo.text':
    'Nothing and nobody here is real. Open an application, log in, and be one of the people below.',
  'home.place.klip': 'KLIP',
  'home.place.klip.text': 'Plans of cables and pipes, for whoever wants to dig',
  'home.place.gipod': 'GIPOD',
  'home.place.gipod.text': 'Works in the street: who, where and when',
  'home.place.geopunt': 'GEOPUNT',
  'home.place.geopunt.text': 'Maps, for everybody; saving needs a login',
  'home.place.europe': 'Simulated Europe',
  'home.place.europe.text': '29 countries, each with its own login page and people',
  'home.place.inbox': 'Inbox',
  'home.place.inbox.text': 'All mail that was sent in this demo',
  'home.place.cases': 'Casework',
  'home.place.cases.text': 'Where agents decide on requests for a number',
  'home.place.office': 'Registration office',
  'home.place.office.text': 'The counter for people whose eID does not work here',
  'home.people': 'Whom you can be',
  'home.people.text':
    'Open the application and log in. Choose eIDAS, then the country, then the person; for Belgium choose the Belgian eID. Type the number when it is asked.',
  'home.people.more': '{count, plural, one {# more person} other {# more people}}',
  'home.trouble':
    'On the login page of a country you can also choose what goes wrong: a wrong signature, an answer that comes too late.',
  'home.staff': 'Who works here',
  'home.staff.text': 'Open the page, choose the Belgian eID, then the person.',

  'help.title': 'Help and contact',
  'help.lede': 'Choose what you need help with.',
  'help.call': 'Call the Service Desk',
  'help.call.text':
    'The number is <b>{telephone}</b>. Did you see a page with a reference? Keep the reference at hand: with it we find what happened.',
  'help.never': 'We never ask for your password, your PIN or a code. Not on the phone either.',

  'belgian.title': 'Get access for a Belgian organisation',
  'belgian.lede': 'Your organisation decides who may log in for it. This is how you get access.',
  'belgian.1': 'Log in once with your own eID',
  'belgian.1.text':
    'So that your eID is linked to your Belgian national number. A page then says that you have no access yet.',
  'belgian.2': 'Go to your local administrator or legal representative',
  'belgian.2.text':
    'The local administrator manages the access of your organisation. You do not know who that is? Ask the legal representative: often a director or a manager.',
  'belgian.3': 'Give them your Belgian national number',
  'belgian.3.text':
    'They need it to register you. Tell it in person or on the phone, do not put it in an e-mail.',
  'belgian.4': 'They register you and give you a right',
  'belgian.4.text':
    'They do this in user management, for the application that you need. A right may need more details, such as “plan requester”.',
  'belgian.5': 'Log in again',
  'belgian.5.text': 'Open the application and log in the same way. You can now choose the organisation.',
  'belgian.representative': 'Are you the legal representative yourself?',
  'belgian.representative.text':
    'Many applications let you log in for your organisation without a right, because the law makes you represent it. You see your organisation as soon as the register of enterprises knows you.',

  'foreign.title': 'Get access for a company from another country',
  'foreign.lede':
    'Your company has no Belgian enterprise number? Then the Service Desk registers it, and you.',
  'foreign.1': 'Log in once with your own eID',
  'foreign.1.text':
    'So that your eID is linked to your Belgian national number. If you have no number yet, the page tells you what happens.',
  'foreign.2': 'Call the Service Desk',
  'foreign.2.text': 'The number is <b>{telephone}</b>. Say which application you need.',
  'foreign.3': 'Keep these details at hand',
  'foreign.3.name': 'the name and address of your company',
  'foreign.3.register': 'its country and its number in the official register there',
  'foreign.3.representative': 'the name of its legal representative',
  'foreign.3.contact': 'your e-mail address and telephone number',
  'foreign.3.reference': 'the reference, if a page gave you one',
  'foreign.4': 'We register your company and you',
  'foreign.4.text': 'We may ask for a proof that you may act for the company.',
  'foreign.5': 'Log in again',
  'foreign.5.text': 'Open the application and log in the same way. You can now choose your company.',

  'office.title': 'Get a Belgian number at a registration office',
  'office.lede':
    'You cannot use the eID of your country here? Then you get a Belgian number and a digital key in person, in Belgium.',
  'office.who': 'For whom is this?',
  'office.who.text':
    'For people whose country is not connected, such as France and the United Kingdom, and for people without an eID. What counts is the country that issued your eID.',
  'office.situation': 'What is your situation?',
  'office.situation.closed':
    '<b>Your eID is French or British</b>: it cannot be used here. Come with your passport or identity card.',
  'office.situation.unconnected':
    '<b>Your country is not in the list</b>: its eID does not take part yet. Come with your passport or identity card.',
  'office.situation.none':
    '<b>You have no eID</b>: come with your passport, identity card or residence permit.',
  'office.situation.sent': '<b>We sent you to an office</b>: take the reference of your request along.',
  'office.bring': 'What to bring',
  'office.bring.document': 'the original of your passport, identity card or residence permit, not expired',
  'office.bring.reference': 'your reference, when you have one: SLU and eight letters and digits',
  'office.bring.name': 'proof of a change of name, when your documents do not all have the same name',
  'office.bring.number': 'a letter with your Belgian number, when you ever had one',
  'office.bring.contact': 'your e-mail address and your mobile phone',
  'office.list': 'Offices that work with us',
  'office.list.text':
    'Call before you go: some offices only work by appointment. You can also call the Service Desk on {telephone}.',
  'office.list.none': 'Call the Service Desk on {telephone}: they tell you which office you can go to.',
  'office.1': 'Find a local registration office',
  'office.1.text':
    'The website of the Belgian Federal Government lists the offices. Some only work by appointment.',
  'office.2': 'Take your documents along',
  'office.2.text': 'Your valid passport or identity card. Also take your e-mail address and a mobile phone.',
  'office.3': 'Go there yourself',
  'office.3.text': 'Somebody compares you with your document. Nobody else can do this for you.',
  'office.4': 'Set up your digital key',
  'office.4.text': 'With what you receive you set up a key that has two steps, such as a code by app.',
  'office.5': 'Log in here with that key',
  'office.5.text':
    'Then ask for access: <a>for a Belgian organisation</a> or <a>for a company from another country</a>.',

  'privacy.title': 'How we handle your data',
  'privacy.lede': 'We use your data to let you log in safely, and for nothing else.',
  'privacy.what': 'What we ask, and why',
  'privacy.what.eid':
    'What your country tells us: your names, date of birth, an identifier and, when it sends them, place of birth and sex. With these we recognise you.',
  'privacy.what.number':
    'Your Belgian national number, the first time. With it we find you in the Belgian register of persons. We keep it encrypted.',
  'privacy.what.address':
    'The internet address of your browser, to stop people who try many numbers. We keep it for a short time, in a form that cannot be read back.',
  'privacy.who': 'Who receives what',
  'privacy.who.text':
    'Only the application that you log in to, and only what was agreed with it. An application can ask us to show you the details first. Nobody else receives anything, and we do not follow what you do there.',
  'privacy.long': 'How long we keep it',
  'privacy.long.link':
    'The link between your eID and your number: until you ask us to remove it, or until it is corrected.',
  'privacy.long.match':
    'What was compared when we looked for you: between 6 and 12 months, as European law asks (Implementing Regulation (EU) 2025/846).',
  'privacy.long.login': 'A login that you began: until it ends, at most some hours.',
  'privacy.long.audit':
    'That you logged in, when and for which application: as long as the law asks, to be able to explain it later.',
  'privacy.rights': 'Your rights',
  'privacy.rights.text':
    'You may ask which data we hold, have them corrected, and have the link removed. Call the Service Desk on {telephone}. You may also complain to the Belgian Data Protection Authority.',

  'cookies.title': 'Cookies',
  'cookies.lede':
    'We only use cookies that are needed to log in. That is why we do not ask for your consent.',
  'cookies.life': 'How long',
  'cookies.browser': 'Ties a login to this browser, so that nobody else can take it over',
  'cookies.session': 'Remembers that you are logged in, so that the next application does not ask again',
  'cookies.interaction': 'Finds the login of an application again while you log in',
  'cookies.resume': 'Brings you back to the application after the login',
  'cookies.means':
    'Remembers by which means and of which country you logged in last, or that other people use this computer too. Nobody else receives it',
  'cookies.language': 'Remembers the language you chose. Holds two letters and nothing else',
  'cookies.staff': 'For staff only: remembers that you logged in to the staff pages',
  'cookies.lists': 'For staff only: remembers from which list a case was opened, for the way back',
  'cookies.life.browser': 'until you close your browser',
  'cookies.life.session': 'until you close your browser, at most 2 hours',
  'cookies.life.login': 'during the login',
  'cookies.life.year': '1 year',
  'cookies.none': 'We use no statistics, no advertising and nothing of other companies.',

  'accessibility.title': 'Accessibility',
  'accessibility.lede':
    'Everybody must be able to log in here, also with a keyboard, a screen reader or large letters.',
  'accessibility.standard': 'What we work towards',
  'accessibility.standard.text': 'The European standard EN 301 549 and WCAG 2.2, level AA.',
  'accessibility.tested': 'How it is tested',
  'accessibility.tested.text':
    'Every page is tested by machine at each change: in four languages, light and dark, on a narrow and on a wide screen. Everything works without JavaScript. An independent organisation has not yet tested these pages.',
  'accessibility.gaps': 'What we do not control',
  'accessibility.gaps.text':
    'The login pages of other countries and the applications themselves are made by others.',
  'accessibility.report': 'Does something not work for you?',
  'accessibility.report.text':
    'Call the Service Desk on {telephone}. Tell us which page it was and what you use. Is the answer not good enough? Then you can go to the Federal Public Service BOSA, which supervises accessibility in Belgium.',
} as const;
