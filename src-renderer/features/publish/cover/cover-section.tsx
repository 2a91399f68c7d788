import { Palette } from 'lucide-react';
import { BookCover, type CoverOf } from '../../../ui/book-cover';
import { Button } from '../../../ui/button';
import './cover.css';

/** The cover that the book wears, and the way to another one. */
export function CoverSection({ book, onDesign }: { book: CoverOf; onDesign: () => void }) {
  return (
    <section aria-labelledby="publish-cover" className="publish-section">
      <h2 id="publish-cover" className="publish-heading">
        Cover
      </h2>
      <div className="cover-worn">
        <div className="cover-worn-book" role="img" aria-label="The cover of this book">
          <BookCover book={book} />
        </div>
        <div className="cover-worn-words">
          <p>{book.cover ? 'The book wears this cover.' : 'The book has no cover of its own yet.'}</p>
          <p className="cover-note">
            Design one here: thirteen layouts, set with your title, with drawings or a picture of yours. It works
            without the network.
          </p>
          <div>
            <Button icon={<Palette size={16} aria-hidden />} onPress={onDesign}>
              Design the cover
            </Button>
          </div>
        </div>
      </div>
    </section>
  );
}
