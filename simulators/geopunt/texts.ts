import type { FaceText, Texts, WorkText } from '../application/model.ts';

export const geopuntTexts: Texts<WorkText | FaceText> = {
  en: {
    tagline: 'Maps of Flanders',
    headline: 'Every map of Flanders in one place',
    lede: 'Look at every map of the government in one place, and keep the layers that you use.',
    workTitle: 'Your map layers',
    workIntro: 'Save a map layer. Everybody who is logged in may.',
    workButton: 'Save the layer',
    workDone: 'The layer is saved.',
    workRefused: 'You may not save layers.',
    listTitle: 'Saved layers',
    listEmpty: 'There are no saved layers yet.',
  },
  nl: {
    tagline: 'Kaarten van Vlaanderen',
    headline: 'Alle kaarten van Vlaanderen op één plaats',
    lede: 'Bekijk alle kaarten van de overheid op één plaats, en bewaar de lagen die u gebruikt.',
    workTitle: 'Uw kaartlagen',
    workIntro: 'Bewaar een kaartlaag. Iedereen die aangemeld is, mag dat.',
    workButton: 'Laag bewaren',
    workDone: 'De laag is bewaard.',
    workRefused: 'U mag geen lagen bewaren.',
    listTitle: 'Bewaarde lagen',
    listEmpty: 'Er zijn nog geen bewaarde lagen.',
  },
  fr: {
    tagline: 'Cartes de la Flandre',
    headline: 'Toutes les cartes de la Flandre en un seul endroit',
    lede: 'Consultez toutes les cartes de l’administration en un seul endroit, et gardez les couches que vous utilisez.',
    workTitle: 'Vos couches de carte',
    workIntro: 'Enregistrez une couche de carte. Toute personne connectée le peut.',
    workButton: 'Enregistrer la couche',
    workDone: 'La couche est enregistrée.',
    workRefused: 'Vous ne pouvez pas enregistrer de couches.',
    listTitle: 'Couches enregistrées',
    listEmpty: 'Il n’y a pas encore de couches enregistrées.',
  },
  de: {
    tagline: 'Karten von Flandern',
    headline: 'Alle Karten von Flandern an einem Ort',
    lede: 'Sehen Sie alle Karten der Verwaltung an einem Ort, und behalten Sie die Ebenen, die Sie brauchen.',
    workTitle: 'Ihre Kartenebenen',
    workIntro: 'Speichern Sie eine Kartenebene. Das dürfen alle, die angemeldet sind.',
    workButton: 'Ebene speichern',
    workDone: 'Die Ebene ist gespeichert.',
    workRefused: 'Sie dürfen keine Ebenen speichern.',
    listTitle: 'Gespeicherte Ebenen',
    listEmpty: 'Es gibt noch keine gespeicherten Ebenen.',
  },
};

export const fieldTexts: Texts<'title' | 'theme' | 'themeHint'> = {
  en: { title: 'Name of the layer', theme: 'Theme', themeHint: 'For example water, mobility or heritage' },
  nl: { title: 'Naam van de laag', theme: 'Thema', themeHint: 'Bijvoorbeeld water, mobiliteit of erfgoed' },
  fr: { title: 'Nom de la couche', theme: 'Thème', themeHint: 'Par exemple eau, mobilité ou patrimoine' },
  de: {
    title: 'Name der Ebene',
    theme: 'Thema',
    themeHint: 'Zum Beispiel Wasser, Mobilität oder Kulturerbe',
  },
};
