/** A segmenter’s time grows with the square of what it is given at once; this much is quick. */
const windowCharacters = 1_000;

/**
 * The segments of a text, as `Intl.Segmenter` finds them, in time that grows with the text: it is read through a window
 * that moves on from boundary to boundary and grows where there is none. Words are cut between words where that is
 * possible, since scripts without spaces are read a phrase at a time.
 */
export function* segmentsOf(text: string, segmenter: Intl.Segmenter): Generator<Intl.SegmentData> {
  let at = 0;
  for (let size = windowCharacters; at < text.length;) {
    const isLast = at + size >= text.length;
    const found = [...segmenter.segment(text.slice(at, at + size))];
    const whole = isLast ? found : found.slice(0, cutBefore(found));
    yield* whole;
    at += whole.reduce((sum, { segment }) => sum + segment.length, 0);
    size = whole.length === 0 ? size * 2 : windowCharacters;
  }
}

/** How many segments of a window are sure: what ends with the window may go on beyond it. */
function cutBefore(found: readonly Intl.SegmentData[]): number {
  for (let index = found.length - 2; index > 0; index -= 1) if (found[index]?.isWordLike === false) return index;
  return found.length - 1;
}
