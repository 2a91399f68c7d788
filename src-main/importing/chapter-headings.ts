const number = '(?:\\d{1,3}|[ivxlc]{1,7}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|(?:twenty|thirty|forty|fifty)(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?)';
const chapterWords = '(?:chapter|kapitel|chapitre|cap[ií]tulo|capitolo|hoofdstuk|глава)';
const partWords = '(?:part|book|teil|partie|parte|deel|часть)';
const alone = '(?:prologue|epilogue|interlude|foreword|preface|introduction|afterword|acknowledge?ments|dedication|epigraph|prolog|epilog|vorwort|nachwort|prólogo|epílogo|prologo|epilogo)';

const numbered = (words: string): RegExp => new RegExp(`^${words}\\s+${number}(?:\\s*[.:—–-]\\s*.{1,120}|\\s*)$`, 'iu');
const chapter = numbered(chapterWords);
const part = numbered(partWords);
const named = new RegExp(`^${alone}$`, 'iu');
const longestHeading = 140;

/** What a line of plain text is by its words: the heading of a chapter or of a part, or neither. */
export function headingKind(line: string): 'chapter' | 'part' | null {
  const words = line.trim();
  if (words === '' || words.length > longestHeading) return null;
  if (part.test(words)) return 'part';
  return chapter.test(words) || named.test(words) ? 'chapter' : null;
}

const sceneBreak = /^(?:\*(?:\s*\*){0,6}|#(?:\s*#){0,4}|[⁂❧☙]|~(?:\s*~){0,4}|[-–—_](?:\s*[-–—_]){2,40}|[•·](?:\s*[•·]){2,4}|o(?:\s*O\s*)o)$/u;

/** Whether a line is the sign between two scenes. */
export const isSceneBreak = (line: string): boolean => line.length < 90 && sceneBreak.test(line.trim());
