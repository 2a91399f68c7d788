import { FileText } from 'lucide-react';
import type { ReactNode } from 'react';
import type { RoomTarget } from '../../app/room';
import { useDroppedManuscripts } from './use-dropped-manuscripts';
import './library-page.css';

export type LibraryPageProps = {
  /** How the page lays out what it holds. */
  readonly className: string;
  readonly onOpenBook: (bookId: string, target?: RoomTarget) => Promise<void>;
  readonly children: ReactNode;
};

/** The library's page. A manuscript that is dropped anywhere on it becomes a book, and the page says so. */
export function LibraryPage({ className, onOpenBook, children }: LibraryPageProps) {
  const { drop, dropProps } = useDroppedManuscripts(onOpenBook);
  return (
    <main className={`page library-page ${className}`} aria-label="Library" {...dropProps}>
      {children}
      {drop.state === 'waiting' ? null : (
        <div className="library-drop" role="status">
          <FileText size={24} aria-hidden />
          <p className="library-drop-title">
            {drop.state === 'over' ? 'Let go to make a book of it' : `Reading “${drop.fileName}”…`}
          </p>
          <p className="library-drop-note">Markdown or plain text; each heading becomes a chapter.</p>
        </div>
      )}
    </main>
  );
}
