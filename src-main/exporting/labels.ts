/** The words an export adds of its own, in the language of the book. */
export type Labels = {
  readonly contents: string;
  readonly chapter: string;
  readonly part: string;
  readonly notes: string;
  readonly by: string;
  readonly titlePage: string;
  readonly copyright: string;
  readonly cover: string;
};

const english: Labels = {
  contents: 'Contents', chapter: 'Chapter', part: 'Part', notes: 'Notes', by: 'by', titlePage: 'Title page',
  copyright: 'Copyright', cover: 'Cover',
};

const byLanguage: Readonly<Record<string, Labels>> = {
  en: english,
  de: {
    contents: 'Inhalt', chapter: 'Kapitel', part: 'Teil', notes: 'Anmerkungen', by: 'von', titlePage: 'Titelseite',
    copyright: 'Impressum', cover: 'Umschlag',
  },
  fr: {
    contents: 'Table des matières', chapter: 'Chapitre', part: 'Partie', notes: 'Notes', by: 'par',
    titlePage: 'Page de titre', copyright: 'Droits d’auteur', cover: 'Couverture',
  },
  es: {
    contents: 'Índice', chapter: 'Capítulo', part: 'Parte', notes: 'Notas', by: 'por', titlePage: 'Portada',
    copyright: 'Derechos de autor', cover: 'Cubierta',
  },
  it: {
    contents: 'Indice', chapter: 'Capitolo', part: 'Parte', notes: 'Note', by: 'di', titlePage: 'Frontespizio',
    copyright: 'Copyright', cover: 'Copertina',
  },
  pt: {
    contents: 'Índice', chapter: 'Capítulo', part: 'Parte', notes: 'Notas', by: 'por', titlePage: 'Folha de rosto',
    copyright: 'Direitos autorais', cover: 'Capa',
  },
  nl: {
    contents: 'Inhoud', chapter: 'Hoofdstuk', part: 'Deel', notes: 'Noten', by: 'door', titlePage: 'Titelpagina',
    copyright: 'Copyright', cover: 'Omslag',
  },
  ru: {
    contents: 'Содержание', chapter: 'Глава', part: 'Часть', notes: 'Примечания', by: '', titlePage: 'Титульный лист',
    copyright: 'Авторские права', cover: 'Обложка',
  },
  ar: {
    contents: 'المحتويات', chapter: 'الفصل', part: 'الجزء', notes: 'الحواشي', by: '', titlePage: 'صفحة العنوان',
    copyright: 'حقوق النشر', cover: 'الغلاف',
  },
  he: {
    contents: 'תוכן העניינים', chapter: 'פרק', part: 'חלק', notes: 'הערות', by: 'מאת', titlePage: 'עמוד השער',
    copyright: 'זכויות יוצרים', cover: 'כריכה',
  },
};

/** The primary subtag of a language: `pt` of `pt-BR`. */
export const primaryLanguage = (language: string): string => language.toLowerCase().split('-')[0] ?? 'en';

/** The words for a book's language, in English where the language has none here. */
export const labelsFor = (language: string): Labels => byLanguage[primaryLanguage(language)] ?? english;

const rightToLeft: ReadonlySet<string> = new Set(['ar', 'he', 'fa', 'ur', 'yi', 'ps', 'sd', 'ug', 'dv', 'ckb', 'syr']);

/** Whether a language is written from right to left. */
export const isRightToLeft = (language: string): boolean => rightToLeft.has(primaryLanguage(language));
