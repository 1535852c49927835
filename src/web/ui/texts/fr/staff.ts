import type { staff as english } from '../en/staff.ts';

export const staff: Readonly<Record<keyof typeof english, string>> = {
  'staff.area': 'Pages du personnel',
  'staff.nav': 'Parties des pages du personnel',
  'staff.menu': 'Menu',
  'staff.timeout':
    'Pour votre sécurité, cette connexion se termine bientôt. Nous gardons pendant 2 heures ce que vous avez tapé sur cette page : vous le retrouvez quand vous vous reconnectez dans ce navigateur.',
  'staff.logout': 'Se déconnecter',
  'staff.actingFor': 'pour {organisation}',
  'staff.nav.cases': 'Vue d’ensemble',
  'staff.nav.list': 'Dossiers',
  'staff.nav.check': 'Second contrôle',
  'staff.nav.mail': 'E-mails',
  'staff.nav.templates': 'Modèles',
  'staff.nav.reports': 'Rapports',
  'staff.nav.matching-log': 'Journal de mise en correspondance',
  'staff.nav.joins': 'Connues deux fois',
  'staff.nav.office': 'Bureau d’enregistrement',
  'staff.noRight': 'Vous ne pouvez pas ouvrir cette partie',
  'staff.noRight.text':
    'Vous êtes connecté, mais votre organisation ne vous a pas donné accès à cette partie.',
  'staff.noRight.who':
    'Demandez le droit dont vous avez besoin à l’administrateur local de <b>{organisation}</b>.',
  'staff.noRight.other':
    'Vous pouvez utiliser les autres parties du menu ou vous connecter pour une autre organisation.',
  'staff.noRight.again': 'Se connecter pour une autre organisation',
  'staff.stopped': 'Vous ne vous êtes pas connecté',
  'staff.stopped.text': 'La connexion a été arrêtée. Vous pouvez recommencer quand vous voulez.',
  'staff.login': 'Se connecter',
  'staff.again': 'Connectez-vous encore une fois',
  'staff.again.text':
    'Pour continuer, connectez-vous encore une fois : votre connexion date de {minutes} minutes. Pour cette étape, elle peut dater de 15 minutes au plus.',
  'staff.again.kept':
    'Ce que vous avez écrit est conservé. Après la connexion, vous revenez au même formulaire ; rien n’a encore été envoyé ni décidé.',
  'staff.again.back': 'Après la connexion, vous revenez là où vous étiez.',
  'staff.again.by': 'Se reconnecter avec {means}',
  'staff.again.do': 'Se reconnecter',
  'staff.again.other': 'Se connecter autrement',
  'staff.again.cancel': 'Pas maintenant : revenir',
  'staff.over': 'Vous n’êtes plus connecté',
  'staff.over.text':
    'Vous n’avez rien fait pendant 30 minutes, votre connexion date de deux heures, ou vous vous êtes déconnecté dans une autre fenêtre.',
  'staff.left': 'Vous êtes déconnecté',
  'staff.left.text':
    'Vous êtes déconnecté des pages du personnel. Fermez le navigateur si d’autres utilisent cet ordinateur.',
};
