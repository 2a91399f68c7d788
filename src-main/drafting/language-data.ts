/** What tidying needs to know of a language. Languages without an entry are tidied by what all have in common. */
export type TidyData = {
  /** Abbreviations after which a full stop does not end a sentence. */
  readonly abbreviations: readonly string[];
  /** Sounds of hesitation: never words of the language. Lower case. */
  readonly hesitations: readonly string[];
  /** Phrases that are fillers where commas set them off on both sides. Lower case. */
  readonly asides: readonly string[];
  /** Small words that are a slip when they stand twice. Lower case. */
  readonly neverTwice: readonly string[];
  /** Opening and closing quotation marks: double, then single. */
  readonly quotes: readonly [string, string, string, string];
};

const curly = ['“', '”', '‘', '’'] as const;
const low = ['„', '“', '‚', '‘'] as const;
const angled = ['«', '»', '“', '”'] as const;
const list = (text: string): string[] => text.split(' ');

const data: Readonly<Record<string, TidyData>> = {
  en: {
    abbreviations: list(
      'Mr. Mrs. Ms. Messrs. Dr. Prof. Rev. Hon. St. Mt. Gen. Col. Capt. Lt. Sgt. Maj. Gov. Sen. Rep. Fr. Sr. vs. cf. e.g. i.e. viz. approx.',
    ),
    hesitations: list('um umm uh uhh uhm erm'),
    asides: ['you know', 'i mean'],
    neverTwice: list('the a an and of my our your their i we with from'),
    quotes: curly,
  },
  de: {
    abbreviations: list('Hr. Fr. Dr. Prof. St. Nr. z.B. d.h. u.a. bzw. ca. vgl. sog. geb. gest.'),
    hesitations: list('äh ähm öh öhm'),
    asides: [],
    neverTwice: list('und ich wir von mit'),
    quotes: low,
  },
  fr: {
    abbreviations: list('M. MM. Dr. Pr. St. Ste. cf. p.ex.'),
    hesitations: list('euh heu'),
    asides: [],
    neverTwice: list('le la les un une et de je'),
    quotes: angled,
  },
  es: {
    abbreviations: list('Sr. Sra. Srta. Dr. Dra. D. Dña. Ud. Uds. p.ej.'),
    hesitations: list('ehm'),
    asides: [],
    neverTwice: list('el la los las un una y de yo'),
    quotes: angled,
  },
  it: {
    abbreviations: list('Sig. Sig.ra Dott. Dott.ssa Prof. Avv. Ing. S. p.es.'),
    hesitations: list('ehm'),
    asides: [],
    neverTwice: list('il la i gli le un una e di io'),
    quotes: angled,
  },
  pt: {
    abbreviations: list('Sr. Sra. Dr. Dra. Prof. D. p.ex.'),
    hesitations: [],
    asides: [],
    neverTwice: list('o os as um uma e de eu'),
    quotes: curly,
  },
  nl: {
    abbreviations: list('dhr. mevr. dr. prof. St. nr. bijv. d.w.z. o.a.'),
    hesitations: list('uh uhm ehm'),
    asides: [],
    neverTwice: list('de het een en van ik wij'),
    quotes: curly,
  },
};

const plain: TidyData = { abbreviations: [], hesitations: [], asides: [], neverTwice: [], quotes: curly };

/** The data of a language, by the first part of its tag. */
export const tidyDataOf = (language: string): TidyData => data[language.split('-')[0]?.toLowerCase() ?? ''] ?? plain;
