import { useState } from 'react';
import { coverCloth, coverSize } from './cover-look';
import './book-cover.css';

/** What a cover is made from; `cover` is the asset id of a picture, or `null`. */
export type CoverOf = {
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  readonly author: string;
  readonly cover: string | null;
};

/** A book's picture, or a cover set from its title and author; decorative, the name stands beside it. */
export function BookCover({ book }: { book: CoverOf }) {
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
