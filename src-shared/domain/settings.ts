import { z } from 'zod';
import { CoWriterSettings } from './co-writer';
import { defaultSettings, themes } from './default-settings';
import { Experience, Guidance } from './interview';

export const Theme = z.enum(themes);
export type Theme = z.infer<typeof Theme>;

/** Everything an author can set. Every field has a default, so an empty object is valid settings. */
export const Settings = z.strictObject({
  theme: Theme.default(defaultSettings.theme),
  /** Where books live; empty means the default place, `Longhand` in the documents folder. */
  libraryFolder: z.string().default(defaultSettings.libraryFolder),
  authorName: z.string().max(200).default(defaultSettings.authorName),
  experience: Experience.default(defaultSettings.experience),
  guidance: Guidance.default(defaultSettings.guidance),
  questionsPerChapter: z.int().min(3).max(20).default(defaultSettings.questionsPerChapter),
  manuscriptFont: z.enum(['serif', 'sans', 'mono']).default(defaultSettings.manuscriptFont),
  manuscriptSizePx: z.int().min(14).max(28).default(defaultSettings.manuscriptSizePx),
  measureCharacters: z.int().min(50).max(90).default(defaultSettings.measureCharacters),
  smartPunctuation: z.boolean().default(defaultSettings.smartPunctuation),
  spellCheck: z.boolean().default(defaultSettings.spellCheck),
  showProvenance: z.boolean().default(defaultSettings.showProvenance),
  dailyGoalWords: z.int().min(0).max(20_000).default(defaultSettings.dailyGoalWords),
  pageSize: z.enum(['6x9', 'a4']).default(defaultSettings.pageSize),
  /** A field of an object, so that a change of one of its parts writes it whole. */
  coWriter: CoWriterSettings.default(defaultSettings.coWriter),
  purgeTrashAfterDays: z.union([z.literal(0), z.int().min(1).max(3_650)]).default(defaultSettings.purgeTrashAfterDays),
});
export type Settings = z.infer<typeof Settings>;

type Fields = typeof Settings.shape;
type PatchFields = { [K in keyof Fields]: z.ZodOptional<ReturnType<Fields[K]['unwrap']>> };

/** Some settings. A field that is absent stays as it is: `Settings.partial()` would fill in its default. */
export const SettingsPatch = z.strictObject(
  Object.fromEntries(
    Object.entries(Settings.shape).map(([name, field]) => [name, field.unwrap().optional()]),
  ) as unknown as PatchFields,
);
