import { useEffect, useState } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import type { Outline } from '../../src-shared/domain/outline';
import type { SearchHit } from '../../src-shared/ipc/book-calls';
import type { AppError } from '../../src-shared/result';
import { Banner } from '../ui/banner';
import { Dialog } from '../ui/dialog';
import { SearchField } from '../ui/search-field';
import { countOf } from '../ui/words';
import { useClient } from './client-context';
import { errorText } from './error-text';
import './book-search.css';

type Props = {
  readonly bookId: string;
  readonly outline: Outline | null;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onChoose: (hit: SearchHit) => void;
};

type Found = {
  readonly query: string;
  readonly hits: readonly SearchHit[];
  readonly total: number;
  readonly error: AppError | null;
};

const waitMs = 150;
const mostHits = 200;
const nothing: Found = { query: '', hits: [], total: 0, error: null };

/** Searches the whole book as one types; a hit leads to its place in its chapter. */
export function BookSearch({ bookId, outline, isOpen, onClose, onChoose }: Props) {
  const [query, setQuery] = useState('');
  const found = useBookSearch(bookId, isOpen ? query : '');
  const titles = new Map(outline?.nodes.map((node) => [node.id, node.title]));
  return (
    <Dialog title="Search the book" isOpen={isOpen} onClose={onClose} size="large">
      <SearchField label="Words to find" value={query} onChange={setQuery} hasFocus />
      {found.error ? (
        <Banner tone="problem" title={errorText(found.error).what}>
          {errorText(found.error).next}
        </Banner>
      ) : null}
      <p className="search-count" role="status">
        {found.query === '' ? 'Capitals and accents do not matter.' : hitText(found)}
      </p>
      <ListBox
        aria-label="Passages"
        className="search-hits"
        items={found.hits.map((hit, index) => ({ ...hit, id: String(index) }))}
        onAction={(key) => {
          const hit = found.hits[Number(key)];
          if (!hit) return;
          onClose();
          onChoose(hit);
        }}
      >
        {(hit) => (
          <ListBoxItem className="search-hit" textValue={`${hit.before}${hit.match}${hit.after}`}>
            <span className="search-hit-chapter" dir="auto">
              {titles.get(hit.chapterId) ?? 'Untitled'}
            </span>
            <span className="search-hit-text" dir="auto">
              {leadIn(hit.before)}
              <mark>{hit.match}</mark>
              {leadOut(hit.after)}
            </span>
          </ListBoxItem>
        )}
      </ListBox>
    </Dialog>
  );
}

/** What the search shows beside a hit is cut anywhere; a part of a word, in scripts with spaces, is left out. */
const cutCharacters = 60;
const leadIn = (text: string): string =>
  text.length < cutCharacters ? text : `…${text.replace(/^[^\s]{0,20}(?=\s)/u, '')}`;
const leadOut = (text: string): string =>
  text.length < cutCharacters ? text : `${text.replace(/(?<=\s)[^\s]{0,20}$/u, '').trimEnd()}…`;

function hitText({ hits, total }: Found): string {
  if (total === 0) return 'Nothing in this book has these words.';
  return total > hits.length
    ? `${countOf(total, 'passage')}; the first ${hits.length} are shown.`
    : countOf(total, 'passage');
}

function useBookSearch(bookId: string, query: string): Found {
  const client = useClient();
  const [found, setFound] = useState<Found>(nothing);
  useEffect(() => {
    let isCurrent = true;
    if (query.trim() === '') return undefined;
    const search = async () => {
      const answer = await client.call('book.search', { bookId, query, limit: mostHits });
      if (isCurrent)
        setFound(answer.ok ? { query, ...answer.value, error: null } : { ...nothing, query, error: answer.error });
    };
    const timer = setTimeout(() => void search(), waitMs);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [client, bookId, query]);
  return query.trim() === '' ? nothing : found;
}
