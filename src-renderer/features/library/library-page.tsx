import { FileText } from 'lucide-react';
import type { ReactNode } from 'react';
import { useDroppedManuscripts } from './use-dropped-manuscripts';
import './library-page.css';

export type LibraryPageProps = {
  /** How the page lays out what it holds. */
  readonly className: string;
  readonly children: ReactNode;
};

/** The library's page. A manuscript that is dropped anywhere on it becomes a book, and the page says so. */
export function LibraryPage({ className, children }: LibraryPageProps) {
  const { drop, dropProps } = useDroppedManuscripts();
  return (
    <main className={`page library-page ${className}`} aria-label="Library" {...dropProps}>
      {children}
      {drop.state === 'waiting' ? null : (
        <div className="library-drop" role="status">
          <FileText size={24} aria-hidden />
          <p className="library-drop-title">
            {drop.state === 'over' ? 'Let go to make a book of it' : `Reading “${drop.fileName}”…`}
          </p>
          <p className="library-drop-note">Word, OpenDocument, RTF, EPUB, HTML, Markdown, plain text, OPML or a Scrivener project.</p>
        </div>
      )}
    </main>
  );
}
