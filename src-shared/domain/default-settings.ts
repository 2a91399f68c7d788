/** The themes, in the order in which one key goes through them. */
export const themes = ['system', 'light', 'sepia', 'dark', 'contrast'] as const;

/** The settings of an author who has changed nothing. Plain data: the page and the window need it before any schema. */
export const defaultSettings = {
  theme: 'system',
  libraryFolder: '',
  authorName: '',
  experience: 'beginner',
  guidance: 'detailed',
  questionsPerChapter: 10,
  manuscriptFont: 'serif',
  manuscriptSizePx: 18,
  measureCharacters: 66,
  smartPunctuation: true,
  spellCheck: false,
  showProvenance: false,
  dailyGoalWords: 500,
  pageSize: '6x9',
  coWriter: {
    isOn: false,
    servers: [],
    serverId: '',
    model: '',
    imageModel: '',
    tasks: {},
    consents: [],
    caps: { book: 10, day: 1, month: 10 },
    prices: [],
    imagePrices: [],
    requestsPerMinute: 40,
    tokensPerMinute: 160_000,
  },
  purgeTrashAfterDays: 30,
} as const;
