/** What was wrong with what an officer typed, said to the officer: about the person at the counter, never "you". */
export const counterErrors = {
  'counter.error.documentType.choose': 'Choisissez le type de document',
  'counter.error.documentNumber.empty': 'Tapez le numéro du document',
  'counter.error.documentNumber.too-long': 'Un numéro de document a au maximum 30 lettres et chiffres',
  'counter.error.documentNumber.not-a-document-number':
    'Tapez seulement les lettres et les chiffres du numéro',
  'counter.error.documentCountry.choose': 'Choisissez le pays qui a délivré le document',
  'counter.error.documentExpires.empty':
    'Tapez jusqu’à quand le document est valable, ou cochez qu’il n’y a pas de date de fin dessus',
  'counter.error.documentExpires.not-a-date':
    'Tapez jusqu’à quand le document est valable, le jour en premier, par exemple 27 3 2031',
  'counter.error.documentExpires.expired':
    'Ce document n’est plus valable. Demandez-en un autre à la personne',
  'counter.error.documentExpires.both': 'Tapez une date de fin, ou cochez qu’il n’y en a pas : pas les deux',
  'counter.error.familyName.empty': 'Tapez le nom de famille',
  'counter.error.familyName.letters': 'Tapez le nom de famille comme il figure dans le document',
  'counter.error.familyName.too-long': 'Le nom de famille peut avoir 100 caractères au maximum',
  'counter.error.familyName.own-case': 'Ce dossier vous concerne. Un collègue doit l’ouvrir',
  'counter.error.givenNames.letters': 'Tapez les prénoms comme ils figurent dans le document',
  'counter.error.givenNames.too-long': 'Les prénoms peuvent avoir 100 caractères au maximum',
  'counter.error.birthDate.empty':
    'Tapez la date de naissance, ou seulement l’année si le document n’en dit pas plus',
  'counter.error.birthDate.not-a-date':
    'Tapez la date de naissance, le jour en premier, par exemple 17 10 1985',
  'counter.error.birthDate.in-the-past': 'La date de naissance doit être dans le passé',
  'counter.error.birthPlace.empty':
    'Tapez le lieu de naissance. Il n’est pas dans le document ? Demandez-le à la personne',
  'counter.error.birthPlace.letters': 'Tapez le lieu de naissance comme il figure dans le document',
  'counter.error.birthPlace.too-long': 'Le lieu de naissance peut avoir 100 caractères au maximum',
  'counter.error.birthCountry.choose': 'Choisissez le pays où la personne est née',
  'counter.error.sex.choose': 'Choisissez le sexe indiqué dans le document',
  'counter.error.nationality.choose': 'Tapez la nationalité indiquée dans le document',
  'counter.error.nationality.not-a-country':
    'Nous ne connaissons pas cette nationalité. Tapez le nom d’un pays, le code du document, « apatride » ou « inconnue »',
  'counter.error.addressLines.empty': 'Tapez la rue et le numéro où la personne habite',
  'counter.error.addressLines.too-long': 'Rue et numéro peuvent avoir 200 caractères au maximum',
  'counter.error.postcode.too-long': 'Un code postal a au maximum 20 caractères',
  'counter.error.municipality.empty': 'Tapez la commune ou la ville où la personne habite',
  'counter.error.municipality.letters': 'Tapez le nom de la commune ou de la ville, comme dans une adresse',
  'counter.error.municipality.too-long': 'La commune ou la ville peut avoir 100 caractères au maximum',
  'counter.error.addressCountry.choose': 'Choisissez le pays où la personne habite',
  'counter.error.email.not-an-email':
    'Tapez une adresse e-mail comme nom@example.eu, ou laissez le champ vide',
  'counter.error.telephone.not-a-telephone':
    'Tapez le numéro de téléphone avec le code du pays, ou laissez le champ vide',
  'counter.error.language.choose': 'Choisissez la langue dans laquelle la personne reçoit nos messages',
  'counter.error.number.empty': 'Tapez le numéro national',
  'counter.error.number.letters': 'Un numéro national n’a que des chiffres',
  'counter.error.number.length': 'Un numéro national a 11 chiffres',
  'counter.error.number.not-a-number': 'Ce n’est pas un numéro national belge. Vérifiez chaque chiffre',
  'counter.error.number.not-registered': 'Personne n’est inscrit sous ce numéro. Vérifiez chaque chiffre',
  'counter.error.number.data-differ':
    'Le registre a d’autres données sous ce numéro. Comparez les noms et la date de naissance avec le document. Toujours différent ? Laissez le numéro vide : des agents continuent le dossier',
  'counter.error.number.own-case': 'C’est votre propre numéro. Un collègue doit ouvrir le dossier',
  'counter.error.number.already-linked':
    'L’eID de cette personne mène déjà à quelqu’un d’autre. Laissez le numéro vide : des agents continuent le dossier',
  'counter.error.because.asked':
    'Pour ce numéro, un agent doit aussi donner son accord. Dites comment vous savez qui est cette personne, et envoyez de nouveau.',
  'counter.error.because.empty': 'Dites comment vous savez qui est cette personne',
  'counter.error.because.too-short': 'Dites-le en 10 caractères au moins',
  'counter.error.because.too-long': 'Dites-le en 500 caractères au maximum',
  'counter.error.checked.agree':
    'Cochez que vous avez vu le document original. Vous ne l’avez pas vu ? N’ouvrez pas de dossier',
  'counter.error.reference.empty': 'Tapez la référence',
  'counter.error.reference.unknown':
    'Votre bureau n’a pas de dossier avec cette référence. Vérifiez chaque lettre et chaque chiffre. La personne a été envoyée à un autre bureau ? Elle doit y aller',
  'counter.error.any.empty': 'Remplissez ce champ',
  'counter.error.any.choose': 'Faites un choix',
  'counter.error.any.too-long': 'C’est trop long',
  'counter.error.any.not-right': 'Ce n’est pas correct. Vérifiez',
} as const;
