import { useState } from 'react';
import type { BookSummary } from '../../../src-shared/ipc/library-calls';
import { coverCloth, coverSize } from './shelf-view-model';
import './book-cover.css';

/** A book's picture, or a cover set from its title and author; decorative, the name stands beside it. */
export function BookCover({ book }: { book: BookSummary }) {
  const [broken, setBroken] = useState<string | null>(null);
  if (book.cover !== null && broken !== book.cover) {
    const cover = book.cover;
    return (
      <span className="cover" aria-hidden>
        <img
          className="cover-picture"
          src={`asset://${book.id}/${cover}`}
          alt=""
          loading="lazy"
          onError={() => setBroken(cover)}
        />
      </span>
    );
  }
  return (
    <span className="cover" data-cloth={coverCloth(book.id)} aria-hidden>
      <span className="cover-face" data-size={coverSize(book.title)}>
        <span className="cover-title" dir="auto">
          {book.title}
        </span>
        <span className="cover-rule" />
        {book.subtitle ? (
          <span className="cover-subtitle" dir="auto">
            {book.subtitle}
          </span>
        ) : null}
        <span className="cover-author" dir="auto">
          {book.author}
        </span>
      </span>
    </span>
  );
}
