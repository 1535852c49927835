import type { journey as source } from '../en/journey.ts';

export const journey = {
  'frame.product': 'Sluis',
  'frame.skip': 'Aller au contenu',
  'frame.language': 'Langue',
  'frame.help': 'Aide et contact',
  'frame.privacy': 'Vie privée',
  'frame.cookies': 'Cookies',
  'frame.accessibility': 'Accessibilité',
  'frame.demo': 'Démo',
  'frame.demoText':
    'Aucune identité réelle n’est contrôlée. Les personnes et les organisations sont inventées.',
  'frame.loggingInTo': 'Vous vous connectez à',
  'frame.error': 'Erreur',
  'frame.problem': 'Il y a un problème',
  'frame.back': 'Retour',
  'frame.continue': 'Continuer',
  'frame.cancel': 'Arrêter et retourner à {application}',
  'frame.returnTo': 'Retourner à {application}',
  'frame.notMe': 'Ce n’est pas vous ? Connectez-vous comme une autre personne',
  'frame.reference': 'Référence',
  'frame.copy': 'Copier',
  'frame.copied': 'Copié',

  'timeout.title': 'Avez-vous besoin de plus de temps ?',
  'timeout.text':
    'Pour votre sécurité, cette connexion se termine bientôt. Ce que vous avez tapé sur cette page sera perdu.',
  'timeout.spoken':
    '{minutes, plural, =0 {Il reste moins d’une minute} one {Il reste # minute} other {Il reste # minutes}}',
  'timeout.more': 'J’ai besoin de plus de temps',
  'timeout.stop': 'Arrêter cette connexion',

  'level.low': 'faible',
  'level.substantial': 'substantiel',
  'level.high': 'élevé',
  'level.what': 'Qu’est-ce qu’un niveau de garantie ?',
  'level.explained':
    'Il indique à quel point il est certain que vous êtes bien vous. Le droit européen connaît trois niveaux : faible, substantiel et élevé. Pour le niveau substantiel, vous vous connectez en deux étapes, par exemple avec une carte et un code PIN.',

  'means.title': 'Choisissez comment vous connecter',
  'means.lede':
    'Utilisez une clé numérique que vous avez déjà. {application} demande le niveau de garantie <b>{level}</b> ou supérieur.',
  'means.ledeHigh':
    'Utilisez une clé numérique que vous avez déjà. {application} demande le niveau de garantie <b>élevé</b>.',
  'means.eid': 'Carte eID belge',
  'means.eid.hint': 'Avec un lecteur de carte et votre code PIN',
  'means.itsme': 'itsme',
  'means.itsme.hint': 'Confirmez avec l’application sur votre téléphone',
  'means.eidas': 'eIDAS : eID d’un autre pays',
  'means.eidas.hint': 'Avec l’eID de votre propre pays européen',
  'means.csamtotp': 'Code via une application',
  'means.csamtotp.hint': 'Avec votre nom d’utilisateur, votre mot de passe et un code d’une application',
  'means.csamsms': 'Code par SMS',
  'means.csamsms.hint': 'Avec votre nom d’utilisateur, votre mot de passe et un code par SMS',
  'means.lastUsed': 'Utilisé la dernière fois',
  'means.tooWeak': 'Pas assez sûr pour {application}',
  'means.notAvailable': 'Pas disponible pour le moment',
  'means.none': 'Je n’ai aucune de ces clés',
  'means.none.text':
    'Vous pouvez obtenir en personne un numéro national belge et une clé numérique. Lisez <a>comment un bureau d’enregistrement vous aide</a>. Vous représentez une entreprise d’un autre pays ? <a>Appelez le Service Desk</a>.',

  'notice.countryCancelled': 'Vous avez arrêté la connexion avec l’eID de ce pays : {country}',
  'notice.countryCancelled.text': 'Choisissez un pays pour réessayer, ou arrêtez et retournez.',
  'notice.countryLate': 'La connexion a duré trop longtemps dans ce pays : {country}',
  'notice.countryLate.text':
    'Pour votre sécurité, une réponse compte pendant une demi-heure. Choisissez votre pays pour réessayer.',
  'notice.proveAgain': 'Montrez encore une fois qui vous êtes',
  'notice.proveAgain.text':
    'Vous vous êtes connecté il y a un moment. Pour votre sécurité, {application} le demande à nouveau. Votre choix est gardé.',
  'notice.countryFailed': 'La connexion avec l’eID de ce pays n’a pas réussi : {country}',
  'notice.countryFailed.text':
    'Réessayez ou choisissez une autre façon de vous connecter. Si vous nous appelez, donnez la référence {reference}.',
  'notice.countryUnavailable': 'L’eID de ce pays ne peut pas être utilisée pour le moment : {country}',
  'notice.countryUnavailable.text': 'Réessayez plus tard ou choisissez une autre façon de vous connecter.',

  'country.title': 'Quel pays a délivré votre eID ?',
  'country.lede':
    'Vous allez vers la page de connexion de ce pays. Nous ne voyons ni votre mot de passe ni votre code PIN.',
  'country.search': 'Cherchez votre pays',
  'country.search.hint': 'Par exemple Allemagne ou Deutschland',
  'country.search.go': 'Chercher',
  'country.count': '{count, plural, one {# pays} other {# pays}}',
  'country.noResult': 'Aucun pays ne correspond à « {query} »',
  'country.all': 'Afficher tous les pays',
  'country.choices': 'Pays que vous pouvez choisir',
  'country.notPossible': 'Pas possible pour {application}',
  'country.notPossible.text':
    'Vous ne pouvez pas utiliser ici l’eID de ces pays. La raison est indiquée sous chaque pays.',
  'country.noneOpen': 'Aucun pays ne peut être utilisé pour le moment',
  'country.noneOpen.text': 'Réessayez plus tard ou choisissez une autre façon de vous connecter.',
  'closure.not-connected': 'Pas encore raccordé',
  'closure.not-notified': 'Pas encore d’eID reconnue',
  'closure.level-too-low': 'Cette eID n’est pas assez sûre ici',
  'closure.temporary-problem': 'Un problème temporaire. Réessayez plus tard',
  'closure.registration-office': 'Allez à un bureau d’enregistrement en Belgique',
  'closure.office': 'Comment un bureau d’enregistrement vous aide',
  'country.help.notListed': 'Mon pays n’est pas dans la liste, ou je ne peux pas le choisir',
  'country.help.notListed.text':
    'La liste s’allonge : chaque pays décide quand son eID participe. En attendant, vous pouvez obtenir un numéro belge en personne : <a>comment un bureau d’enregistrement vous aide</a>.',
  'country.help.elsewhere': 'J’habite dans un autre pays que celui qui a délivré mon eID',
  'country.help.elsewhere.text':
    'Choisissez le pays qui a délivré votre eID. Peu importe où vous habitez et quelle est votre nationalité.',
  'country.help.belgian': 'J’ai une carte eID belge ou itsme',
  'country.help.belgian.text':
    'Retournez et choisissez cette façon de vous connecter. Vous n’avez pas besoin de cette page.',
  'country.help.company': 'Je représente une entreprise',
  'country.help.company.text':
    'Connectez-vous avec votre propre eID, comme personne. Ensuite, vous choisissez pour quelle entreprise vous vous connectez. Votre entreprise doit d’abord vous avoir enregistré : <a>entreprise belge</a>, <a>entreprise d’un autre pays</a>.',

  'atCountry.title': 'Connexion dans ce pays : {country}',
  'atCountry.lede':
    'Vous étiez en route vers la page de connexion de ce pays : {country}. Vous pouvez y retourner.',
  'atCountry.go': 'Vers la page de connexion : {country}',
  'atCountry.other': 'Choisir un autre pays',

  'hop.country': 'Nous vous emmenons à la page de connexion : {country}',
  'hop.country.text': 'Vous vous connectez là, puis vous revenez ici automatiquement.',
  'hop.application': 'Nous vous emmenons à {application}',
  'hop.application.back': 'Nous vous ramenons à {application}',
  'hop.wait': 'Rien ne se passe après quelques secondes ?',
  'hop.go': 'Continuer : {target}',

  'number.title': 'Avez-vous un numéro national belge ?',
  'number.lede': 'Nous en avons besoin une seule fois, pour vous reconnaître. Ensuite, votre eID suffit.',
  'number.received': 'Ce que ce pays nous a dit sur vous : {country}',
  'number.familyName': 'Nom de famille',
  'number.givenNames': 'Prénoms',
  'number.birthName': 'Nom à la naissance',
  'number.birthDate': 'Date de naissance',
  'number.birthPlace': 'Lieu de naissance',
  'number.sex': 'Sexe',
  'number.sex.female': 'femme',
  'number.sex.male': 'homme',
  'number.level': 'Niveau de garantie',
  'number.country': 'Pays de l’eID',
  'number.choice': 'Votre numéro national belge',
  'number.choice.hint':
    'Si vous n’avez pas de numéro à remplir, un agent de l’autorité fédérale examine vos données.',
  'number.yes': 'Oui, je le connais',
  'number.field': 'Numéro national belge',
  'number.field.hint':
    '11 chiffres, comme 00.00.00-000.00. Nous l’utilisons seulement pour vous trouver dans le registre belge des personnes.',
  'number.unknown': 'J’en ai un, mais je ne le connais pas',
  'number.none': 'Non, je n’en ai pas',
  'number.not-sure': 'Je ne suis pas sûr',
  'number.did-not-match': 'Continuer sans le numéro',
  'number.agent.hint': 'Un agent de l’autorité fédérale examine alors vos données',
  'number.where': 'Où puis-je trouver mon numéro ?',
  'number.where.tax': 'sur un avertissement-extrait de rôle belge',
  'number.where.pension': 'dans votre dossier de pension belge',
  'number.where.card': 'sur un titre de séjour belge',
  'number.where.letter': 'dans la lettre ou l’e-mail par lequel vous avez reçu le numéro',
  'number.names': 'Ce numéro a plusieurs noms',
  'number.names.text':
    'Numéro de registre national, numéro BIS, NISS, INSZ : c’est toujours le même type de numéro. Un numéro BIS est pour les personnes qui n’habitent pas en Belgique.',
  'number.didNotMatch': 'Nous n’avons pas pu lier ce numéro à vos données',
  'number.didNotMatch.text':
    'Vos données doivent être exactement les mêmes que dans le registre belge des personnes. Pour votre sécurité, nous ne disons pas quelle donnée est différente.',
  'number.youCan': 'Ce que vous pouvez faire',
  'number.can.check':
    'Vérifiez le numéro et réessayez. Vous pouvez encore essayer {tries, plural, one {# fois} other {# fois}}.',
  'number.can.otherEid':
    'Connectez-vous avec une autre eID, qui contient vos données telles que la Belgique les connaît.',
  'number.can.update':
    'Votre nom a changé ? Demandez à la commune ou à l’ambassade belge qui vous connaît de corriger le registre.',
  'number.can.agent': 'Continuez sans le numéro. Un agent examine alors vos données.',
  'number.usedUp': 'Vous avez essayé trop souvent',
  'number.usedUp.text': 'Vous pouvez réessayer le {moment}. Vous pouvez aussi continuer sans le numéro.',

  'input.tile.choose': 'Choisissez comment vous connecter',
  'input.tile.not-usable':
    'Choisissez une autre façon de vous connecter. Celle-ci ne peut pas être utilisée ici',
  'input.country.choose': 'Choisissez un pays',
  'input.country.not-usable': 'Choisissez un autre pays. Celui-ci ne peut pas être utilisé pour le moment',
  'input.knows.choose': 'Choisissez si vous avez un numéro national belge',
  'input.number.empty': 'Remplissez votre numéro national belge',
  'input.number.letters': 'Le numéro national belge ne peut contenir que des chiffres',
  'input.number.length': 'Le numéro national belge doit avoir 11 chiffres',
  'input.number.not-a-number': 'Ce n’est pas un numéro national belge. Vérifiez chaque chiffre',
  'input.capacity.choose': 'Choisissez pour qui vous vous connectez',
  'input.capacity.not-usable': 'Faites un autre choix. Celui-ci n’est pas possible maintenant',

  'registered.lede':
    'Vous ne pouvez pas encore utiliser {application}. Il faut d’abord trouver ou créer votre numéro national belge.',
  'registered.print': 'Imprimer cette page',

  'linked.title': 'Votre eID est liée',
  'linked.lede':
    'Nous vous avons trouvé dans le registre belge des personnes. Vous pouvez continuer vers {application}.',
  'linked.now.exact':
    'Vos données correspondent à exactement une personne dans le registre belge des personnes.',
  'linked.now.agent': 'Un agent du gouvernement fédéral vous a trouvé dans le registre belge des personnes.',
  'linked.now.new-number':
    'Deux agents du gouvernement fédéral vous ont enregistré et vous ont attribué un numéro belge.',
  'linked.lede.new-number':
    'Vous avez maintenant un numéro national belge. Vous pouvez continuer vers {application}.',
  'linked.later': 'À partir de maintenant, votre eID suffit. Nous ne demandons plus le numéro.',
  'linked.kept':
    'Nous gardons ce lien jusqu’à ce que vous demandiez de le supprimer, ou jusqu’à ce qu’il soit corrigé. Ce que nous avons comparé est gardé de 6 à 12 mois. Lisez <a>comment nous traitons vos données</a>.',
  'linked.notice': 'Votre eID est liée à votre numéro belge',
  'linked.continue': 'Continuer vers {application}',

  'capacity.title': 'Pour qui vous connectez-vous ?',
  'capacity.lede': 'Choisissez pour qui vous voulez utiliser {application}.',
  'capacity.search': 'Cherchez une organisation',
  'capacity.search.hint': 'Nom ou numéro',
  'capacity.count': '{count, plural, one {# choix} other {# choix}}',
  'capacity.noResult': 'Rien ne correspond à « {query} »',
  'capacity.showAll': 'Tout afficher',
  'capacity.myself': 'Moi-même',
  'capacity.myself.hint': 'Comme citoyen, pour personne d’autre',
  'capacity.group': 'Toutes mes organisations : {group}',
  'capacity.group.hint': '{count, plural, one {# organisation} other {# organisations}} : {names}',
  'capacity.legal': 'Vous êtes le représentant légal',
  'capacity.rights': 'Vos droits : {rights}',
  'capacity.lastUsed': 'Utilisé la dernière fois',
  'capacity.unusable': 'Pas possible maintenant',
  'capacity.rightEnded': 'Votre droit a pris fin le {date}',
  'capacity.rightNotYet': 'Votre droit commence le {date}',
  'capacity.contextMissing':
    'Votre droit « {right} » n’est pas complet : il manque un contexte. Demandez-le à votre administrateur local',
  'capacity.organisationEnded': 'Cette organisation a cessé le {date}',
  'capacity.noRight': 'Vous n’avez pas de droit dans {application}',
  'capacity.other': 'Je veux me connecter pour une autre organisation',
  'capacity.other.text':
    'Vous voyez seulement les organisations qui vous ont enregistré pour {application}. Demandez l’accès : <a>pour une organisation belge</a> ou <a>pour une entreprise d’un autre pays</a>.',
  'capacity.receives': 'Ce que {application} reçoit',
  'receives.name': 'vos prénoms et votre nom de famille',
  'receives.number': 'votre numéro national belge',
  'receives.organisation': 'le nom et le numéro de l’organisation que vous choisissez',
  'receives.email': 'votre adresse e-mail dans cette organisation, si nous l’avons',
  'receives.rights': 'vos droits pour cette organisation',
  'receives.identifier': 'un identifiant pour vous, qui ne dit rien sur vous',
  'group.BUR': 'citoyens',
  'group.GID': 'entités flamandes',
  'group.LB': 'autorités locales',
  'group.OV': 'enseignement',
  'group.EA': 'entreprises',
  'group.VER': 'associations',

  'noCapacity.title': 'Vous êtes connecté, mais vous ne pouvez pas encore utiliser {application}',
  'noCapacity.lede':
    'Nous savons qui vous êtes. Aucune organisation ne vous a encore donné accès à {application}.',
  'noCapacity.why': 'Ce que nous avons trouvé',
  'noCapacity.who': 'Qui peut vous donner accès ?',
  'noCapacity.belgian': 'Je travaille pour une organisation belge',
  'noCapacity.belgian.text':
    'Demandez-le à l’administrateur local ou au représentant légal. Ils vous enregistrent avec votre numéro national belge.',
  'noCapacity.foreign': 'Je travaille pour une entreprise d’un autre pays',
  'noCapacity.foreign.text':
    'Appelez le Service Desk au {telephone}. Il vous enregistre, vous et votre entreprise.',
  'noCapacity.more': 'Lisez comment cela se passe',
  'noCapacity.again': 'J’ai accès maintenant, réessayer',

  'sharing.title': 'Voici ce que {application} reçoit',
  'sharing.lede': 'Vérifiez les données. Nous ne les envoyons que si vous êtes d’accord.',
  'sharing.source.register': 'du registre belge des personnes',
  'sharing.source.organisation': 'de votre organisation',
  'sharing.source.login': 'de cette connexion',
  'sharing.source.sluis': 'créé par Sluis',
  'sharing.agree': 'Partager et continuer',
  'sharing.refuse': 'Ne pas partager, retourner à {application}',
  'claim.sub': 'Identifiant',
  'claim.given_name': 'Prénoms',
  'claim.family_name': 'Nom de famille',
  'claim.name': 'Nom',
  'claim.email': 'Adresse e-mail',
  'claim.rrn': 'Numéro national belge',
  'claim.vo_id': 'Identifiant dans l’organisation',
  'claim.vo_orgcode': 'Numéro de l’organisation',
  'claim.vo_orgnaam': 'Organisation',
  'claim.vo_doelgroepcode': 'Groupe cible',
  'claim.vo_doelgroepnaam': 'Nom du groupe cible',
  'claim.vo_email': 'Adresse e-mail au travail',
  'claim.acr': 'Comment vous vous êtes connecté',
  'claim.wv_orgcode': 'Organisation que vous représentez légalement',
  'claim.role': 'Vos droits',

  'demoPerson.title': 'Choisissez une personne de démo',
  'demoPerson.lede':
    'Dans la démo, personne n’a besoin d’une carte ou d’un téléphone. Choisissez qui vous voulez être.',
  'demoPerson.empty': 'La démo n’a pas encore de personnes.',

  'signedOut.title': 'Vous êtes déconnecté',
  'signedOut.titleOf': 'Vous êtes déconnecté de {application}',
  'signedOut.others': 'Vous êtes peut-être encore connecté à',
  'signedOut.others.text': 'Déconnectez-vous là aussi, ou fermez toutes les fenêtres de votre navigateur.',
  'signedOut.done':
    'Vous pouvez fermer cette fenêtre. Sur un ordinateur partagé, fermez toutes les fenêtres du navigateur.',
} satisfies Record<keyof typeof source, string>;
