import type { OutlineNode, ProposedChapter } from '../../../src-shared/domain/outline';
import { countOf } from '../../ui/words';
import { chapterNumbers } from './outline-tree';
import { shownTitle } from './outline-words';

type PresentColumnProps = {
  readonly nodes: readonly OutlineNode[];
  readonly setAside: readonly OutlineNode[];
  readonly all: readonly OutlineNode[];
};

/** The outline as it is, beside what is proposed. */
export function PresentColumn({ nodes, setAside, all }: PresentColumnProps) {
  const numbers = chapterNumbers(all);
  return (
    <section aria-labelledby="proposal-present" className="proposal-column">
      <div className="proposal-column-head">
        <h2 id="proposal-present" className="proposal-column-title">
          Your outline now
        </h2>
      </div>
      <ol className="proposal-lines">
        {nodes.map((node) => (
          <li key={node.id} className="proposal-present">
            <span className="outline-number">{numbers.get(node.id)}</span>
            <span className="proposal-present-title" dir="auto">
              {shownTitle(node)}
            </span>
            <span className="outline-note">
              {setAside.includes(node) ? 'Goes to Unplaced' : countOf(node.words, 'word')}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Another proposal to compare with. */
export function OtherColumn({ name, chapters }: { name: string; chapters: readonly ProposedChapter[] }) {
  return (
    <section aria-labelledby="proposal-other" className="proposal-column">
      <div className="proposal-column-head">
        <h2 id="proposal-other" className="proposal-column-title">
          {name}
        </h2>
      </div>
      <ReadChapters chapters={chapters} />
    </section>
  );
}

/** Proposed chapters to read: another proposal’s, or those that are still coming in. */
export function ReadChapters({ chapters }: { chapters: readonly ProposedChapter[] }) {
  return (
    <ol className="proposal-lines">
      {chapters.map(({ key, title, description, sections }, index) => (
        <li key={key} className="proposal-read">
          <span className="outline-number">{index + 1}</span>
          <div className="proposal-read-text">
            <p className="proposal-read-title" dir="auto">
              {title}
            </p>
            <p className="proposal-note" dir="auto">
              {description}
            </p>
            <p className="proposal-note" dir="auto">
              {sections.map((section) => section.title).join(' · ')}
            </p>
          </div>
        </li>
      ))}
    </ol>
  );
}
