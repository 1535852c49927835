import type { problems as source } from '../en/problems.ts';

export const problems = {
  'problem.youCan': 'Ce que vous pouvez faire',
  'problem.at': 'Moment',
  'problem.call': 'Appelez le Service Desk au {telephone} et donnez la référence.',
  'problem.restart': 'Retournez à {application} et connectez-vous à nouveau.',
  'problem.restartAny': 'Retournez à l’application que vous voulez utiliser et connectez-vous à nouveau.',
  'problem.otherWay': 'Choisissez une autre façon de vous connecter.',
  'problem.otherWay.button': 'Se connecter autrement',

  'problem.expired': 'Cette connexion est terminée',
  'problem.expired.text':
    'Vous étiez absent un moment. Pour votre sécurité, une connexion se termine d’elle-même.',
  'problem.other-browser': 'Cette connexion a commencé dans un autre navigateur',
  'problem.other-browser.text':
    'Pour votre sécurité, une connexion fonctionne seulement dans le navigateur où elle a commencé.',
  'problem.other-browser.do': 'Continuez dans le navigateur ou la fenêtre où vous avez commencé.',
  'problem.already-finished': 'Vous avez déjà terminé cette connexion',
  'problem.already-finished.text':
    'Vous êtes revenu à une page d’une connexion terminée. Tout s’est bien passé.',
  'problem.link-ended': 'Votre eID n’est plus liée à vous ici',
  'problem.link-ended.text':
    'Des agents ont mis fin au lien entre l’eID utilisée et un numéro belge. Ce qui était ouvert par ce lien est terminé aussi.',
  'problem.again.button': 'Charger à nouveau la page',
  'problem.home.button': 'Aller à la page d’accueil',
  'problem.login.button': 'Se connecter à nouveau',
  'problem.resend':
    'Attendez une minute et envoyez à nouveau. Ce que vous avez écrit est encore dans cette page.',
  'problem.resend.button': 'Envoyer à nouveau',
  'problem.changed-elsewhere': 'Cette connexion a continué dans une autre fenêtre',
  'problem.changed-elsewhere.text':
    'Cette connexion est ouverte deux fois. Votre dernière action n’a pas compté.',
  'problem.changed-elsewhere.do': 'Continuez là où en est la connexion maintenant.',
  'problem.changed-elsewhere.button': 'Voir où en est la connexion',
  'problem.unknown-attempt': 'Nous ne trouvons pas cette connexion',
  'problem.unknown-attempt.text':
    'L’adresse n’est pas complète, ou la connexion est terminée depuis longtemps.',
  'problem.country-answer-refused': 'Nous n’avons pas pu accepter la réponse reçue : {country}',
  'problem.country-answer-refused.text':
    'La réponse n’a pas passé nos contrôles de sécurité. Personne n’a été connecté.',
  'problem.country-failed': 'Votre connexion n’a pas réussi dans ce pays : {country}',
  'problem.country-failed.text':
    'Ce pays ({country}) nous a dit que quelque chose n’a pas fonctionné là-bas.',
  'problem.country-level-too-low': 'L’eID que vous avez utilisée n’est pas assez sûre',
  'problem.country-level-too-low.text':
    'Ce pays ({country}) nous a dit que votre eID a un niveau de garantie plus bas que ce que l’application demande.',
  'problem.country-level-too-low.do':
    'Connectez-vous à nouveau avec une eID plus sûre de votre pays, si vous en avez une.',
  'problem.country-data-missing': 'Il manque des données dans la réponse de ce pays : {country}',
  'problem.country-data-missing.text':
    'Nous n’avons pas reçu cette donnée : {attribute}. Sans elle, nous ne sommes pas sûrs de votre identité.',
  'problem.country-data-missing.do':
    'Demandez à l’assistance de votre eID pourquoi elle ne partage pas cette donnée.',
  'problem.country-unavailable': 'L’eID de ce pays ne peut pas être utilisée pour le moment : {country}',
  'problem.country-unavailable.text':
    'Nous ne pouvons pas joindre ce pays ({country}) de façon sûre. C’est généralement résolu en un jour.',
  'problem.country-unavailable.do': 'Réessayez plus tard.',
  'problem.no-means-possible': 'Vous ne pouvez pas vous connecter ici',
  'problem.no-means-possible.text':
    'L’application demande une clé numérique que nous ne pouvons pas proposer pour le moment.',
  'problem.no-means-possible.do':
    'Dites-le aux gestionnaires de l’application, avec la référence ci-dessous.',
  'problem.someCountry': 'votre pays',

  'attribute.familyName': 'votre nom de famille',
  'attribute.givenNames': 'vos prénoms',
  'attribute.birthDate': 'votre date de naissance',
  'attribute.identifier': 'votre identifiant',
  'attribute.other': 'une donnée obligatoire',

  'problem.unknown-application': 'Nous ne connaissons pas cette application',
  'problem.unknown-application.text': 'La page d’où vous venez n’est pas enregistrée chez nous.',
  'problem.redirect-address-refused': 'Nous ne pouvons pas vous renvoyer vers cette application',
  'problem.redirect-address-refused.text':
    'L’adresse de retour n’est pas celle qui a été enregistrée. Pour vous protéger, nous nous arrêtons ici.',
  'problem.logout-address-refused': 'Nous ne pouvons pas vous renvoyer vers cette application',
  'problem.logout-address-refused.text':
    'Vous êtes déconnecté. L’application nous a demandé de vous envoyer à une adresse qui n’est pas enregistrée. Pour vous protéger, nous nous arrêtons ici.',
  'problem.logout-hint-refused': 'Vous êtes déconnecté',
  'problem.logout-hint-refused.text':
    'Nous ne vous renvoyons pas automatiquement : la preuve que l’application devait donner avec sa demande manque ou ne vient pas de nous.',
  'problem.request-refused': 'Nous ne comprenons pas cette demande',
  'problem.request-refused.text': 'L’application a envoyé quelque chose que nous ne pouvons pas traiter.',
  'problem.application': 'Dites-le aux gestionnaires de l’application, avec la référence ci-dessous.',
  'problem.not-found': 'Cette page n’existe pas',
  'problem.not-found.text': 'L’adresse contient peut-être une faute, ou la page a été déplacée.',
  'problem.not-found.do': 'Vérifiez l’adresse, ou commencez à la <a>page d’accueil</a>.',
  'problem.internal': 'Quelque chose n’a pas fonctionné chez nous',
  'problem.internal.text': 'Nous en sommes informés. Cela ne vient pas de vous.',
  'problem.internal.do': 'Attendez une minute et chargez à nouveau la page.',
  'problem.form': 'Nous n’avons pas pu vérifier d’où venait ce formulaire',
  'problem.form.text': 'Votre navigateur n’a pas envoyé le cookie qui protège cette connexion.',
  'problem.form.do':
    'Autorisez les cookies pour ce site. Nous utilisons seulement ce qu’il faut pour vous connecter : <a>nos cookies</a>.',
  'problem.too-large': 'C’était plus que ce que nous pouvons accepter',
  'problem.too-large.text': 'Ce qui a été envoyé est plus grand que ce que cette page accepte.',
  'problem.too-many-requests': 'Trop de demandes sont venues de votre réseau',
  'problem.too-many-requests.text':
    'Quelqu’un qui partage votre connexion, ou un programme, demande plus que ce que nous pouvons traiter. Rien de ce que vous avez fait n’est perdu.',
  'problem.method': 'Il n’y a rien à voir à cette adresse',
  'problem.method.text':
    'Elle sert seulement aux ordinateurs des États membres qui ramènent une personne après une connexion.',
  'problem.reload': 'Retournez, chargez à nouveau la page et réessayez.',
} satisfies Record<keyof typeof source, string>;
