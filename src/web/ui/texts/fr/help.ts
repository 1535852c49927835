import type { help as source } from '../en/help.ts';

export const help = {
  'home.title': 'Une seule connexion sûre pour les applications publiques',
  'home.lede':
    'Avec Sluis, vous vous connectez avec une clé numérique que vous avez déjà, peu importe le pays d’Europe qui l’a délivrée.',
  'home.start':
    'Vous commencez toujours dans l’application que vous voulez utiliser. Elle vous envoie ici quand vous devez vous connecter.',
  'home.how': 'Comment se passe la connexion',
  'home.how.1': 'Choisissez comment vous connecter',
  'home.how.1.text': 'Avec une carte eID belge, avec itsme, ou avec l’eID d’un autre pays européen (eIDAS).',
  'home.how.2': 'Prouvez qui vous êtes',
  'home.how.2.text':
    'Sur la page de connexion de votre propre pays. Nous ne voyons jamais votre mot de passe ni votre code PIN.',
  'home.how.3': 'Liez votre numéro national belge, une seule fois',
  'home.how.3.text': 'Seulement la première fois avec une eID d’un autre pays. Ensuite, votre eID suffit.',
  'home.how.4': 'Choisissez pour qui vous vous connectez',
  'home.how.4.text': 'Pour vous-même, ou pour une organisation qui vous a donné accès.',
  'home.demo': 'Essayez dans cette démo',
  'home.demo.text':
    'Rien ni personne n’est réel ici. Ouvrez une application, connectez-vous et soyez l’une des personnes ci-dessous.',
  'home.place.klip': 'KLIP',
  'home.place.klip.text': 'Les plans des câbles et conduites, pour qui veut creuser',
  'home.place.gipod': 'GIPOD',
  'home.place.gipod.text': 'Les travaux sur la voie publique : qui, où et quand',
  'home.place.geopunt': 'GEOPUNT',
  'home.place.geopunt.text': 'Des cartes, pour tous ; pour enregistrer, il faut se connecter',
  'home.place.europe': 'Europe simulée',
  'home.place.europe.text': '29 pays, chacun avec sa page de connexion et ses personnes',
  'home.place.inbox': 'Boîte de réception',
  'home.place.inbox.text': 'Tous les e-mails envoyés dans cette démo',
  'home.place.cases': 'Dossiers',
  'home.place.cases.text': 'Où les agents décident des demandes de numéro',
  'home.place.office': 'Bureau d’enregistrement',
  'home.place.office.text': 'Le guichet pour les personnes dont l’eID ne fonctionne pas ici',
  'home.people': 'Qui vous pouvez être',
  'home.people.text':
    'Ouvrez l’application et connectez-vous. Choisissez eIDAS, puis le pays, puis la personne ; pour la Belgique, choisissez l’eID belge. Remplissez le numéro quand il est demandé.',
  'home.people.more': '{count, plural, one {Encore # personne} other {Encore # personnes}}',
  'home.trouble':
    'Sur la page de connexion d’un pays, vous pouvez aussi choisir ce qui se passe mal : une mauvaise signature, une réponse qui arrive trop tard.',
  'home.staff': 'Qui travaille ici',
  'home.staff.text': 'Ouvrez la page, choisissez l’eID belge, puis la personne.',

  'help.title': 'Aide et contact',
  'help.lede': 'Choisissez ce pour quoi vous avez besoin d’aide.',
  'help.call': 'Appelez le Service Desk',
  'help.call.text':
    'Le numéro est le <b>{telephone}</b>. Vous avez vu une page avec une référence ? Gardez-la à portée de main : elle nous permet de retrouver ce qui s’est passé.',
  'help.never':
    'Nous ne demandons jamais votre mot de passe, votre code PIN ou un code. Au téléphone non plus.',

  'belgian.title': 'Obtenir l’accès pour une organisation belge',
  'belgian.lede': 'Votre organisation décide qui peut se connecter pour elle. Voici comment obtenir l’accès.',
  'belgian.1': 'Connectez-vous une fois avec votre propre eID',
  'belgian.1.text':
    'Votre eID est ainsi liée à votre numéro national belge. Une page dit ensuite que vous n’avez pas encore accès.',
  'belgian.2': 'Allez voir votre administrateur local ou le représentant légal',
  'belgian.2.text':
    'L’administrateur local gère les accès de votre organisation. Vous ne savez pas qui c’est ? Demandez au représentant légal : souvent un administrateur ou un gérant.',
  'belgian.3': 'Donnez-leur votre numéro national belge',
  'belgian.3.text':
    'Ils en ont besoin pour vous enregistrer. Dites-le en personne ou au téléphone, ne le mettez pas dans un e-mail.',
  'belgian.4': 'Ils vous enregistrent et vous donnent un droit',
  'belgian.4.text':
    'Ils le font dans la gestion des utilisateurs, pour l’application dont vous avez besoin. Un droit peut demander plus de détails, comme « demandeur de plans ».',
  'belgian.5': 'Connectez-vous à nouveau',
  'belgian.5.text':
    'Ouvrez l’application et connectez-vous de la même façon. Vous pouvez maintenant choisir l’organisation.',
  'belgian.representative': 'Êtes-vous vous-même le représentant légal ?',
  'belgian.representative.text':
    'Dans beaucoup d’applications, vous pouvez vous connecter pour votre organisation sans droit, parce que la loi dit que vous la représentez. Vous voyez votre organisation dès que le registre des entreprises vous connaît.',

  'foreign.title': 'Obtenir l’accès pour une entreprise d’un autre pays',
  'foreign.lede':
    'Votre entreprise n’a pas de numéro d’entreprise belge ? Alors le Service Desk l’enregistre, et vous aussi.',
  'foreign.1': 'Connectez-vous une fois avec votre propre eID',
  'foreign.1.text':
    'Votre eID est ainsi liée à votre numéro national belge. Si vous n’avez pas encore de numéro, la page vous dit ce qui se passe.',
  'foreign.2': 'Appelez le Service Desk',
  'foreign.2.text': 'Le numéro est le <b>{telephone}</b>. Dites de quelle application vous avez besoin.',
  'foreign.3': 'Gardez ces données à portée de main',
  'foreign.3.name': 'le nom et l’adresse de votre entreprise',
  'foreign.3.register': 'son pays et son numéro dans le registre officiel de ce pays',
  'foreign.3.representative': 'le nom de son représentant légal',
  'foreign.3.contact': 'votre adresse e-mail et votre numéro de téléphone',
  'foreign.3.reference': 'la référence, si une page vous en a donné une',
  'foreign.4': 'Nous enregistrons votre entreprise et vous',
  'foreign.4.text': 'Nous pouvons demander une preuve que vous pouvez agir pour l’entreprise.',
  'foreign.5': 'Connectez-vous à nouveau',
  'foreign.5.text':
    'Ouvrez l’application et connectez-vous de la même façon. Vous pouvez maintenant choisir votre entreprise.',

  'office.title': 'Obtenir un numéro belge dans un bureau d’enregistrement',
  'office.lede':
    'Vous ne pouvez pas utiliser ici l’eID de votre pays ? Alors vous obtenez un numéro belge et une clé numérique en personne, en Belgique.',
  'office.who': 'Pour qui ?',
  'office.who.text':
    'Pour les personnes dont le pays n’est pas raccordé, comme la France et le Royaume-Uni, et pour les personnes sans eID. Ce qui compte, c’est le pays qui a délivré votre eID.',
  'office.situation': 'Quelle est votre situation ?',
  'office.situation.closed':
    '<b>Votre eID est française ou britannique</b>, elle ne peut pas être utilisée ici. Venez avec votre passeport ou votre carte d’identité.',
  'office.situation.unconnected':
    '<b>Votre pays n’est pas dans la liste</b>, son eID ne participe pas encore. Venez avec votre passeport ou votre carte d’identité.',
  'office.situation.none':
    '<b>Vous n’avez pas d’eID</b>, venez avec votre passeport, votre carte d’identité ou votre titre de séjour.',
  'office.situation.sent':
    '<b>Nous vous avons envoyé vers un bureau</b>, prenez la référence de votre demande.',
  'office.bring': 'Que prendre avec vous ?',
  'office.bring.document':
    'l’original de votre passeport, de votre carte d’identité ou de votre titre de séjour, encore valable',
  'office.bring.reference': 'votre référence si vous en avez une, soit SLU et huit lettres et chiffres',
  'office.bring.name': 'une preuve de changement de nom si vos documents ne portent pas tous le même nom',
  'office.bring.number': 'une lettre avec votre numéro belge, si vous en avez déjà eu un',
  'office.bring.contact': 'votre adresse e-mail et votre téléphone mobile',
  'office.list': 'Bureaux qui travaillent avec nous',
  'office.list.text':
    'Appelez avant d’y aller, car certains bureaux travaillent seulement sur rendez-vous. Vous pouvez aussi appeler le Service Desk au {telephone}.',
  'office.list.none': 'Appelez le Service Desk au {telephone}, qui vous dit à quel bureau vous pouvez aller.',
  'office.1': 'Cherchez un bureau d’enregistrement local',
  'office.1.text':
    'Le site de l’autorité fédérale belge donne la liste des bureaux. Certains travaillent seulement sur rendez-vous.',
  'office.2': 'Prenez vos documents',
  'office.2.text':
    'Votre passeport ou carte d’identité valable. Prenez aussi votre adresse e-mail et un téléphone mobile.',
  'office.3': 'Allez-y vous-même',
  'office.3.text': 'Quelqu’un vous compare avec votre document. Personne d’autre ne peut le faire pour vous.',
  'office.4': 'Activez votre clé numérique',
  'office.4.text':
    'Avec ce que vous recevez, vous activez une clé en deux étapes, comme un code via une application.',
  'office.5': 'Connectez-vous ici avec cette clé',
  'office.5.text':
    'Demandez ensuite l’accès : <a>pour une organisation belge</a> ou <a>pour une entreprise d’un autre pays</a>.',

  'privacy.title': 'Comment nous traitons vos données',
  'privacy.lede': 'Nous utilisons vos données pour vous connecter en sécurité, et pour rien d’autre.',
  'privacy.what': 'Ce que nous demandons, et pourquoi',
  'privacy.what.eid':
    'Ce que votre pays nous dit : vos noms, votre date de naissance, un identifiant et, s’il les envoie, votre lieu de naissance et votre sexe. C’est ainsi que nous vous reconnaissons.',
  'privacy.what.number':
    'Votre numéro national belge, la première fois. Il nous permet de vous trouver dans le registre belge des personnes. Nous le gardons chiffré.',
  'privacy.what.address':
    'L’adresse internet de votre navigateur, pour arrêter ceux qui essaient beaucoup de numéros. Nous la gardons peu de temps, sous une forme qui ne peut pas être relue.',
  'privacy.who': 'Qui reçoit quoi',
  'privacy.who.text':
    'Seulement l’application à laquelle vous vous connectez, et seulement ce qui a été convenu avec elle. Une application peut demander que nous vous montrions d’abord les données. Personne d’autre ne reçoit rien, et nous ne suivons pas ce que vous y faites.',
  'privacy.long': 'Combien de temps nous les gardons',
  'privacy.long.link':
    'Le lien entre votre eID et votre numéro : jusqu’à ce que vous demandiez de le supprimer, ou jusqu’à ce qu’il soit corrigé.',
  'privacy.long.match':
    'Ce que nous avons comparé en vous cherchant : entre 6 et 12 mois, comme le demande le droit européen (règlement d’exécution (UE) 2025/846).',
  'privacy.long.login': 'Une connexion que vous avez commencée : jusqu’à sa fin, au plus quelques heures.',
  'privacy.long.audit':
    'Que vous vous êtes connecté, quand et pour quelle application : aussi longtemps que la loi le demande, pour pouvoir l’expliquer plus tard.',
  'privacy.rights': 'Vos droits',
  'privacy.rights.text':
    'Vous pouvez demander quelles données nous avons, les faire corriger et faire supprimer le lien. Appelez le Service Desk au {telephone}. Vous pouvez aussi introduire une plainte auprès de l’Autorité de protection des données.',

  'cookies.title': 'Cookies',
  'cookies.lede':
    'Nous utilisons seulement les cookies qu’il faut pour vous connecter. C’est pourquoi nous ne demandons pas votre accord.',
  'cookies.life': 'Durée',
  'cookies.browser': 'Lie une connexion à ce navigateur, pour que personne d’autre ne puisse la reprendre',
  'cookies.session':
    'Retient que vous êtes connecté, pour que l’application suivante ne le demande pas à nouveau',
  'cookies.interaction': 'Retrouve la connexion d’une application pendant que vous vous connectez',
  'cookies.resume': 'Vous ramène à l’application après la connexion',
  'cookies.means':
    'Retient avec quel moyen et de quel pays vous vous êtes connecté la dernière fois, ou que d’autres personnes utilisent aussi cet ordinateur. Personne d’autre ne le reçoit',
  'cookies.language': 'Retient la langue que vous avez choisie. Contient deux lettres et rien d’autre',
  'cookies.staff': 'Pour les agents seulement : retient que vous vous êtes connecté aux pages des agents',
  'cookies.lists':
    'Pour les agents seulement : retient depuis quelle liste un dossier a été ouvert, pour y revenir',
  'cookies.life.browser': 'jusqu’à la fermeture de votre navigateur',
  'cookies.life.session': 'jusqu’à la fermeture de votre navigateur, au plus 2 heures',
  'cookies.life.login': 'pendant la connexion',
  'cookies.life.year': '1 an',
  'cookies.none': 'Nous n’utilisons ni statistiques, ni publicité, ni rien d’autres entreprises.',

  'accessibility.title': 'Accessibilité',
  'accessibility.lede':
    'Tout le monde doit pouvoir se connecter ici, aussi avec un clavier, un lecteur d’écran ou de grandes lettres.',
  'accessibility.standard': 'Ce que nous visons',
  'accessibility.standard.text': 'La norme européenne EN 301 549 et les WCAG 2.2, niveau AA.',
  'accessibility.tested': 'Comment nous testons',
  'accessibility.tested.text':
    'Chaque page est testée par une machine à chaque changement : en quatre langues, en clair et en sombre, sur un écran étroit et sur un écran large. Tout fonctionne sans JavaScript. Une organisation indépendante n’a pas encore testé ces pages.',
  'accessibility.gaps': 'Ce qui ne dépend pas de nous',
  'accessibility.gaps.text':
    'Les pages de connexion des autres pays et les applications elles-mêmes sont faites par d’autres.',
  'accessibility.report': 'Quelque chose ne fonctionne pas pour vous ?',
  'accessibility.report.text':
    'Appelez le Service Desk au {telephone}. Dites quelle page c’était et ce que vous utilisez. La réponse ne suffit pas ? Vous pouvez alors vous adresser au SPF BOSA, qui contrôle l’accessibilité en Belgique.',
} satisfies Record<keyof typeof source, string>;
