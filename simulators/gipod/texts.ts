import type { FaceText, Texts, WorkText } from '../application/model.ts';

export const gipodTexts: Texts<WorkText | FaceText> = {
  en: {
    tagline: 'Works in the public domain',
    headline: 'Open the street once, and tell everybody',
    lede: 'Register ground-works and their hindrance, so that the street is opened once and everybody knows.',
    workTitle: 'Ground-works',
    workIntro: 'Register a ground-work. You may do this because you hold the right “GipodBijdrager”.',
    workButton: 'Register the ground-work',
    workDone: 'The ground-work is registered.',
    workRefused:
      'Registering a ground-work needs the right “GipodBijdrager” for this organisation. Your local administrator can give it.',
    listTitle: 'Ground-works of this organisation',
    listEmpty: 'There are no ground-works yet.',
  },
  nl: {
    tagline: 'Werken op het openbaar domein',
    headline: 'Leg de straat één keer open, en zeg het iedereen',
    lede: 'Registreer grondwerken en hun hinder, zodat de straat één keer opengaat en iedereen het weet.',
    workTitle: 'Grondwerken',
    workIntro: 'Registreer een grondwerk. U mag dit omdat u het recht “GipodBijdrager” hebt.',
    workButton: 'Grondwerk registreren',
    workDone: 'Het grondwerk is geregistreerd.',
    workRefused:
      'Een grondwerk registreren vraagt het recht “GipodBijdrager” voor deze organisatie. Uw lokale beheerder kan het geven.',
    listTitle: 'Grondwerken van deze organisatie',
    listEmpty: 'Er zijn nog geen grondwerken.',
  },
  fr: {
    tagline: 'Travaux sur le domaine public',
    headline: 'Ouvrez la rue une seule fois, et prévenez tout le monde',
    lede: 'Enregistrez les terrassements et leurs entraves, pour que la rue ne soit ouverte qu’une fois et que tout le monde le sache.',
    workTitle: 'Terrassements',
    workIntro: 'Enregistrez un terrassement. Vous le pouvez parce que vous avez le droit « GipodBijdrager ».',
    workButton: 'Enregistrer le terrassement',
    workDone: 'Le terrassement est enregistré.',
    workRefused:
      'Pour enregistrer un terrassement, il faut le droit « GipodBijdrager » pour cette organisation. Votre gestionnaire local peut l’accorder.',
    listTitle: 'Terrassements de cette organisation',
    listEmpty: 'Il n’y a pas encore de terrassements.',
  },
  de: {
    tagline: 'Arbeiten im öffentlichen Raum',
    headline: 'Die Straße nur einmal aufreißen, und alle wissen es',
    lede: 'Erfassen Sie Erdarbeiten und ihre Behinderungen, damit die Straße nur einmal aufgeht und alle Bescheid wissen.',
    workTitle: 'Erdarbeiten',
    workIntro: 'Erfassen Sie eine Erdarbeit. Sie dürfen das, weil Sie das Recht „GipodBijdrager“ haben.',
    workButton: 'Erdarbeit erfassen',
    workDone: 'Die Erdarbeit ist erfasst.',
    workRefused:
      'Um eine Erdarbeit zu erfassen, brauchen Sie das Recht „GipodBijdrager“ für diese Organisation. Ihr lokaler Verwalter kann es erteilen.',
    listTitle: 'Erdarbeiten dieser Organisation',
    listEmpty: 'Es gibt noch keine Erdarbeiten.',
  },
};

export const fieldTexts: Texts<'street' | 'streetHint' | 'from' | 'until'> = {
  en: {
    street: 'Which street?',
    streetHint: 'Street and municipality',
    from: 'First day',
    until: 'Last day',
  },
  nl: { street: 'Welke straat?', streetHint: 'Straat en gemeente', from: 'Eerste dag', until: 'Laatste dag' },
  fr: { street: 'Quelle rue ?', streetHint: 'Rue et commune', from: 'Premier jour', until: 'Dernier jour' },
  de: {
    street: 'Welche Straße?',
    streetHint: 'Straße und Gemeinde',
    from: 'Erster Tag',
    until: 'Letzter Tag',
  },
};
