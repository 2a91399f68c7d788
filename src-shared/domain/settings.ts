import { z } from 'zod';
import { CoWriterSettings } from './co-writer';
import { Experience, Guidance } from './interview';

export const Theme = z.enum(['system', 'light', 'sepia', 'dark', 'contrast']);
export type Theme = z.infer<typeof Theme>;

/** Everything an author can set. Every field has a default, so an empty object is valid settings. */
export const Settings = z.strictObject({
  theme: Theme.default('system'),
  /** Where books live; empty means the default place, `Longhand` in the documents folder. */
  libraryFolder: z.string().default(''),
  authorName: z.string().max(200).default(''),
  experience: Experience.default('beginner'),
  guidance: Guidance.default('detailed'),
  questionsPerChapter: z.int().min(3).max(20).default(10),
  manuscriptFont: z.enum(['serif', 'sans', 'mono']).default('serif'),
  manuscriptSizePx: z.int().min(14).max(28).default(18),
  measureCharacters: z.int().min(50).max(90).default(66),
  smartPunctuation: z.boolean().default(true),
  spellCheck: z.boolean().default(false),
  showProvenance: z.boolean().default(false),
  dailyGoalWords: z.int().min(0).max(20_000).default(500),
  pageSize: z.enum(['6x9', 'a4']).default('6x9'),
  /** A field of an object, so that a change of one of its parts writes it whole. */
  coWriter: CoWriterSettings.default(CoWriterSettings.parse({})),
  purgeTrashAfterDays: z.union([z.literal(0), z.int().min(1).max(3_650)]).default(30),
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

/** The settings of an author who has changed nothing. */
export const defaultSettings: Settings = Settings.parse({});
