import type { FaceText, Texts, WorkText } from '../application/model.ts';

export const klipTexts: Texts<WorkText | FaceText> = {
  en: {
    tagline: 'Cable and pipe information',
    headline: 'Know what lies below before you dig',
    lede: 'Before you dig, ask where cables and pipes lie. Network owners answer with one map.',
    workTitle: 'Plan requests',
    workIntro:
      'Tell where you will dig. You may do this because you hold the right “KLIP user – Planaanvrager”.',
    workButton: 'Ask for the plan',
    workDone: 'Your plan request is registered.',
    workRefused:
      'Asking for a plan needs the right “KLIP user” with the context “Planaanvrager” for this organisation. Your local administrator can give it.',
    listTitle: 'Requests of this organisation',
    listEmpty: 'There are no requests yet.',
  },
  nl: {
    tagline: 'Kabel- en leidinginformatie',
    headline: 'Weet wat er ligt voor u graaft',
    lede: 'Vraag voor u graaft waar kabels en leidingen liggen. De netbeheerders antwoorden met één kaart.',
    workTitle: 'Planaanvragen',
    workIntro: 'Zeg waar u gaat graven. U mag dit omdat u het recht “KLIP gebruiker – Planaanvrager” hebt.',
    workButton: 'Plan aanvragen',
    workDone: 'Uw planaanvraag is geregistreerd.',
    workRefused:
      'Een plan aanvragen vraagt het recht “KLIP gebruiker” met de context “Planaanvrager” voor deze organisatie. Uw lokale beheerder kan het geven.',
    listTitle: 'Aanvragen van deze organisatie',
    listEmpty: 'Er zijn nog geen aanvragen.',
  },
  fr: {
    tagline: 'Informations sur les câbles et conduites',
    headline: 'Sachez ce qu’il y a dessous avant de creuser',
    lede: 'Avant de creuser, demandez où se trouvent les câbles et les conduites. Les gestionnaires de réseau répondent par une seule carte.',
    workTitle: 'Demandes de plan',
    workIntro:
      'Indiquez où vous allez creuser. Vous le pouvez parce que vous avez le droit « Utilisateur KLIP – Planaanvrager ».',
    workButton: 'Demander le plan',
    workDone: 'Votre demande de plan est enregistrée.',
    workRefused:
      'Pour demander un plan, il faut le droit « Utilisateur KLIP » avec le contexte « Planaanvrager » pour cette organisation. Votre gestionnaire local peut l’accorder.',
    listTitle: 'Demandes de cette organisation',
    listEmpty: 'Il n’y a pas encore de demandes.',
  },
  de: {
    tagline: 'Auskunft über Kabel und Leitungen',
    headline: 'Wissen, was unten liegt, bevor Sie graben',
    lede: 'Fragen Sie vor dem Graben, wo Kabel und Leitungen liegen. Die Netzbetreiber antworten mit einer einzigen Karte.',
    workTitle: 'Plananfragen',
    workIntro:
      'Sagen Sie, wo Sie graben werden. Sie dürfen das, weil Sie das Recht „KLIP-Nutzer – Planaanvrager“ haben.',
    workButton: 'Plan anfragen',
    workDone: 'Ihre Plananfrage ist registriert.',
    workRefused:
      'Für eine Plananfrage brauchen Sie das Recht „KLIP-Nutzer“ mit dem Kontext „Planaanvrager“ für diese Organisation. Ihr lokaler Verwalter kann es erteilen.',
    listTitle: 'Anfragen dieser Organisation',
    listEmpty: 'Es gibt noch keine Anfragen.',
  },
};

export const fieldTexts: Texts<'place' | 'placeHint' | 'work' | 'from'> = {
  en: {
    place: 'Where will you dig?',
    placeHint: 'Street and municipality',
    work: 'What kind of work is it?',
    from: 'From which day?',
  },
  nl: {
    place: 'Waar gaat u graven?',
    placeHint: 'Straat en gemeente',
    work: 'Wat voor werk is het?',
    from: 'Vanaf welke dag?',
  },
  fr: {
    place: 'Où allez-vous creuser ?',
    placeHint: 'Rue et commune',
    work: 'De quel type de travaux s’agit-il ?',
    from: 'À partir de quel jour ?',
  },
  de: {
    place: 'Wo werden Sie graben?',
    placeHint: 'Straße und Gemeinde',
    work: 'Um welche Arbeiten geht es?',
    from: 'Ab welchem Tag?',
  },
};
