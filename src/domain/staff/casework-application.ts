import type { ApplicationId, OwnApplication } from '../application/index.ts';
import type { StaffRight } from './model.ts';

/** Sluis's own pages for staff, as an application among the others: rights in it are given and ended like all user rights. */
export const caseworkApplicationId = 'sluis-casework' as ApplicationId;

/** The code of the user right behind each right of staff. */
export const staffRightCodes: Readonly<Record<StaffRight, string>> = {
  'case-agent': 'Dossierbehandelaar',
  'case-lead': 'Dossierverantwoordelijke',
  'registration-officer': 'Registratieambtenaar',
  'platform-administrator': 'Platformbeheerder',
};

/** The description that every installation holds. It speaks no protocol: nobody can log in to it from outside. */
export const caseworkApplication: OwnApplication = {
  id: caseworkApplicationId,
  name: { nl: 'Sluis dossiers', fr: 'Dossiers Sluis', de: 'Sluis Vorgänge', en: 'Sluis casework' },
  protocol: 'own',
  openTo: [
    { targetGroup: 'GID', level: 'organisation' },
    { targetGroup: 'LB', level: 'organisation' },
  ],
  assurance: 'high',
  loginMeans: ['eid', 'itsme', 'eidashigh', 'staffkey'],
  rights: [
    {
      code: staffRightCodes['case-agent'],
      name: {
        nl: 'Dossierbehandelaar',
        fr: 'Agent traitant',
        de: 'Sachbearbeiter',
        en: 'Case agent',
      },
      description: {
        nl: 'Aanvragen van een nummer behandelen.',
        fr: 'Traiter les demandes de numéro.',
        de: 'Anträge auf eine Nummer bearbeiten.',
        en: 'Handle requests for a number.',
      },
      contexts: [],
      contextRequired: false,
    },
    {
      code: staffRightCodes['case-lead'],
      name: {
        nl: 'Dossierverantwoordelijke',
        fr: 'Responsable de dossiers',
        de: 'Teamleiter',
        en: 'Case lead',
      },
      description: {
        nl: 'Dossiers toewijzen, sjablonen en streefdata beheren.',
        fr: 'Attribuer des dossiers, gérer les modèles et les dates cibles.',
        de: 'Vorgänge zuweisen, Vorlagen und Zieldaten verwalten.',
        en: 'Assign cases, look after templates and target dates.',
      },
      contexts: [],
      contextRequired: false,
    },
    {
      code: staffRightCodes['registration-officer'],
      name: {
        nl: 'Registratieambtenaar',
        fr: 'Agent d’enregistrement',
        de: 'Registrierungsbeamter',
        en: 'Registration officer',
      },
      description: {
        nl: 'Mensen aan het loket aan een nummer helpen.',
        fr: 'Aider les personnes au guichet à obtenir un numéro.',
        de: 'Menschen am Schalter helfen, eine Nummer zu erhalten.',
        en: 'Help people at the counter to get a number.',
      },
      contexts: [],
      contextRequired: false,
    },
    {
      code: staffRightCodes['platform-administrator'],
      name: {
        nl: 'Platformbeheerder',
        fr: 'Gestionnaire de la plateforme',
        de: 'Plattformverwalter',
        en: 'Platform administrator',
      },
      description: {
        nl: 'Organisaties, hun eerste beheerders en de medewerkers van het platform beheren.',
        fr: 'Gérer les organisations, leurs premiers gestionnaires et les collaborateurs de la plateforme.',
        de: 'Organisationen, ihre ersten Verwalter und die Mitarbeitenden der Plattform verwalten.',
        en: 'Manage organisations, their first administrators and the staff of the platform.',
      },
      contexts: [],
      contextRequired: false,
    },
  ],
  rightRequired: true,
  openToLegalRepresentatives: false,
  homeUri: '/cases',
};
