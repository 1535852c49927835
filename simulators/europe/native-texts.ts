/** What a sign-in page says in the language of its country. English stands beside it on the page. */
export type NativeTexts = {
  readonly signIn: string;
  readonly shares: string;
  readonly agree: string;
  readonly cancel: string;
};

/** The English wording that the others translate. */
export const english: NativeTexts = {
  signIn: 'Sign in',
  shares: 'These data will be sent to Belgium',
  agree: 'Agree and continue',
  cancel: 'Cancel',
};

const byLanguage: Readonly<Record<string, NativeTexts>> = {
  bg: {
    signIn: 'Вход',
    shares: 'Тези данни ще бъдат изпратени в Белгия',
    agree: 'Съгласен съм и продължавам',
    cancel: 'Отказ',
  },
  cs: {
    signIn: 'Přihlášení',
    shares: 'Tyto údaje budou odeslány do Belgie',
    agree: 'Souhlasím a pokračovat',
    cancel: 'Zrušit',
  },
  da: {
    signIn: 'Log på',
    shares: 'Disse oplysninger sendes til Belgien',
    agree: 'Acceptér og fortsæt',
    cancel: 'Annullér',
  },
  de: {
    signIn: 'Anmelden',
    shares: 'Diese Daten werden an Belgien übermittelt',
    agree: 'Zustimmen und weiter',
    cancel: 'Abbrechen',
  },
  el: {
    signIn: 'Σύνδεση',
    shares: 'Αυτά τα στοιχεία θα σταλούν στο Βέλγιο',
    agree: 'Συμφωνώ και συνέχεια',
    cancel: 'Ακύρωση',
  },
  en: english,
  es: {
    signIn: 'Iniciar sesión',
    shares: 'Estos datos se enviarán a Bélgica',
    agree: 'Aceptar y continuar',
    cancel: 'Cancelar',
  },
  et: {
    signIn: 'Sisselogimine',
    shares: 'Need andmed saadetakse Belgiasse',
    agree: 'Nõustun ja jätkan',
    cancel: 'Tühista',
  },
  fi: {
    signIn: 'Tunnistaudu',
    shares: 'Nämä tiedot lähetetään Belgiaan',
    agree: 'Hyväksy ja jatka',
    cancel: 'Peruuta',
  },
  fr: {
    signIn: 'Se connecter',
    shares: 'Ces données seront transmises à la Belgique',
    agree: 'Accepter et continuer',
    cancel: 'Annuler',
  },
  hr: {
    signIn: 'Prijava',
    shares: 'Ovi će podaci biti poslani u Belgiju',
    agree: 'Prihvaćam i nastavljam',
    cancel: 'Odustani',
  },
  hu: {
    signIn: 'Bejelentkezés',
    shares: 'Ezeket az adatokat elküldjük Belgiumnak',
    agree: 'Elfogadom és folytatom',
    cancel: 'Mégse',
  },
  is: {
    signIn: 'Innskráning',
    shares: 'Þessi gögn verða send til Belgíu',
    agree: 'Samþykkja og halda áfram',
    cancel: 'Hætta við',
  },
  it: {
    signIn: 'Accedi',
    shares: 'Questi dati saranno inviati al Belgio',
    agree: 'Accetta e continua',
    cancel: 'Annulla',
  },
  lt: {
    signIn: 'Prisijungimas',
    shares: 'Šie duomenys bus išsiųsti į Belgiją',
    agree: 'Sutinku ir tęsti',
    cancel: 'Atšaukti',
  },
  lv: {
    signIn: 'Pieteikšanās',
    shares: 'Šie dati tiks nosūtīti uz Beļģiju',
    agree: 'Piekrist un turpināt',
    cancel: 'Atcelt',
  },
  mt: {
    signIn: 'Idħol',
    shares: 'Din id-data se tintbagħat lill-Belġju',
    agree: 'Aċċetta u kompli',
    cancel: 'Ikkanċella',
  },
  nl: {
    signIn: 'Inloggen',
    shares: 'Deze gegevens worden naar België gestuurd',
    agree: 'Akkoord en doorgaan',
    cancel: 'Annuleren',
  },
  no: {
    signIn: 'Logg inn',
    shares: 'Disse opplysningene sendes til Belgia',
    agree: 'Godta og fortsett',
    cancel: 'Avbryt',
  },
  pl: {
    signIn: 'Zaloguj się',
    shares: 'Te dane zostaną przekazane do Belgii',
    agree: 'Zgadzam się i dalej',
    cancel: 'Anuluj',
  },
  pt: {
    signIn: 'Iniciar sessão',
    shares: 'Estes dados serão enviados para a Bélgica',
    agree: 'Aceitar e continuar',
    cancel: 'Cancelar',
  },
  ro: {
    signIn: 'Autentificare',
    shares: 'Aceste date vor fi trimise Belgiei',
    agree: 'Accept și continui',
    cancel: 'Renunță',
  },
  sk: {
    signIn: 'Prihlásenie',
    shares: 'Tieto údaje budú odoslané do Belgicka',
    agree: 'Súhlasím a pokračovať',
    cancel: 'Zrušiť',
  },
  sl: {
    signIn: 'Prijava',
    shares: 'Ti podatki bodo poslani v Belgijo',
    agree: 'Strinjam se in nadaljujem',
    cancel: 'Prekliči',
  },
  sv: {
    signIn: 'Logga in',
    shares: 'Dessa uppgifter skickas till Belgien',
    agree: 'Godkänn och fortsätt',
    cancel: 'Avbryt',
  },
};

/** The texts of a language; English for one that is not there. */
export function nativeTexts(language: string): NativeTexts {
  return byLanguage[language] ?? english;
}
