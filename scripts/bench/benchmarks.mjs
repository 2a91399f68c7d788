/** Every benchmark, quickest first. Each gives rows for the table; one that is long runs only when it is named. */
import { exportBenchmark, importBenchmark, largeExportBenchmark } from './files-bench.mjs';
import { editorBenchmark } from './keys-bench.mjs';
import { streamBenchmark } from './stream-bench.mjs';
import { startBenchmark } from './window-bench.mjs';
import { openBenchmark, saveBenchmark, searchBenchmark } from './book-bench.mjs';

export const benchmarks = [
  { name: 'save', work: 'one edit saved, beside the append floor and one lowdb file', run: saveBenchmark },
  { name: 'open', work: 'opening a book and one of its chapters', run: openBenchmark },
  { name: 'search', work: 'finding a word in the whole book', run: searchBenchmark },
  { name: 'import', work: 'Markdown to a book', run: importBenchmark },
  { name: 'export', work: 'a book to DOCX, EPUB and PDF, beside pandoc, Typst and Chromium', run: exportBenchmark },
  { name: 'export-large', work: 'a book of 3 million words, beside one of a million', run: largeExportBenchmark, isLong: true },
  { name: 'start', work: 'cold start to a usable window, beside an empty one', run: startBenchmark },
  { name: 'keys', work: 'key press to painted frame, beside plain contenteditable', run: editorBenchmark },
  { name: 'stream', work: 'the same while a draft streams in, beside none', run: streamBenchmark },
];
