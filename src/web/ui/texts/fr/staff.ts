import type { staff as english } from '../en/staff.ts';

export const staff: Readonly<Record<keyof typeof english, string>> = {
  'staff.area': 'Pages du personnel',
  'staff.nav': 'Parties des pages du personnel',
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
  'staff.left': 'Vous êtes déconnecté',
  'staff.left.text':
    'Vous êtes déconnecté des pages du personnel. Fermez le navigateur si d’autres utilisent cet ordinateur.',
};
