import { BackMatter, FrontMatter, type Matter } from '../../src-shared/domain/outline';

const spellings: Readonly<Record<string, string>> = { acknowledgments: 'acknowledgements', 'title page': 'title-page', 'about the authors': 'about-the-author' };

/** The piece of front or back matter that a title names. */
export function matterOf(title: string): Matter {
  const lower = title.trim().toLowerCase();
  const name = (spellings[lower] ?? lower).replace(/\s+/gu, '-').replace(/[^a-z-]/gu, '');
  const found = FrontMatter.or(BackMatter).safeParse(name);
  return found.success ? found.data : null;
}

/** Where a piece of matter stands. */
export const kindOfMatter = (matter: Matter): 'chapter' | 'front' | 'back' => {
  if (matter === null) return 'chapter';
  return FrontMatter.safeParse(matter).success ? 'front' : 'back';
};
