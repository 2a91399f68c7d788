/** Collects what a reader could not carry over, and says it in sentences. */
export type LossReport = {
  /** Counts one more of a kind. */
  readonly count: (kind: LossKind) => void;
  /** Says a sentence, once. */
  readonly say: (sentence: string) => void;
  readonly sentences: () => string[];
};

const kinds = {
  fields: ['One field shows the words it had', '%n fields show the words they had', 'in the file, and is not brought up to date.'],
  raised: ['One raised or lowered letter group stands', '%n raised or lowered letter groups stand', 'on the line.'],
  hidden: ['One hidden passage was', '%n hidden passages were', 'left out.'],
  formulas: ['One formula is', '%n formulas are', 'kept as plain letters.'],
  objects: ['One embedded object was', '%n embedded objects were', 'left out.'],
  pictures: ['One picture could not be read and was', '%n pictures could not be read and were', 'left out; its description is kept.'],
  linkedPictures: ['One picture lies outside the file and was', '%n pictures lie outside the file and were', 'left out.'],
  links: ['One link leads neither to the web nor to a mail address:', '%n links lead neither to the web nor to a mail address:', 'the words are kept, the address is not.'],
  innerLinks: ['One link inside the manuscript is', '%n links inside the manuscript are', 'kept as plain words.'],
  titleNotes: ['One footnote of a chapter title stands', '%n footnotes of chapter titles stand', 'at the start of the chapter.'],
  noteChanges: ['One tracked change in a footnote was', '%n tracked changes in footnotes were', 'taken as accepted.'],
  lookChanges: ['One tracked change of formatting was', '%n tracked changes of formatting were', 'taken as accepted.'],
  joinChanges: ['One tracked join or split of paragraphs was', '%n tracked joins or splits of paragraphs were', 'left as the paragraphs stand.'],
  titleChanges: ['One tracked change in a title is', '%n tracked changes in titles are', 'kept as a remark.'],
  looseComments: ['One comment without a place in the text was', '%n comments without a place in the text were', 'put at the start of its chapter.'],
  symbols: ['One sign of a symbol font was', '%n signs of symbol fonts were', 'left out.'],
  colours: ['Colours and highlights in one place were', 'Colours and highlights in %n places were', 'left out.'],
  scripts: ['One script or style sheet was', '%n scripts or style sheets were', 'left out.'],
  media: ['One sound, film or form was', '%n sounds, films or forms were', 'left out.'],
  trash: ['One document in the trash was', '%n documents in the trash were', 'left out.'],
  research: ['One document outside the manuscript was', '%n documents outside the manuscript were', 'left out; the original has it.'],
  symlinks: ['One link to a file elsewhere was', '%n links to files elsewhere were', 'not followed.'],
  deletions: ['One tracked deletion was', '%n tracked deletions were', 'taken as accepted.'],
} as const;
export type LossKind = keyof typeof kinds;

/** A report with nothing in it. */
export function createLossReport(): LossReport {
  const counts = new Map<LossKind, number>();
  const said = new Set<string>();
  return {
    count: (kind) => void counts.set(kind, (counts.get(kind) ?? 0) + 1),
    say: (sentence) => void said.add(sentence),
    sentences: () => [
      ...said,
      ...[...counts].map(([kind, count]) => {
        const [one, many, rest] = kinds[kind];
        return `${count === 1 ? one : many.replace('%n', count.toLocaleString('en'))} ${rest}`;
      }),
    ],
  };
}
