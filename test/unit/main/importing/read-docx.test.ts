import { expect, test } from 'vitest';
import { inlineText, textLines } from '../../../../src-shared/text/document';
import { picture } from '../../../fixtures/export/every-node';
import { commented, deleted, drawing, inserted, makeDocx, noteCall, para, run } from '../../../support/make-docx';
import { readAndSeed } from '../../../support/read-and-seed';

const readBody = async (body: string, more: Omit<Parameters<typeof makeDocx>[0], 'body'> = {}) => readAndSeed('a.docx', makeDocx({ body, ...more }));
const only = async (body: string, more: Omit<Parameters<typeof makeDocx>[0], 'body'> = {}) => {
  const { chapters, seeded } = await readBody(body, more);
  return { blocks: chapters[0]?.document.content ?? [], remarks: chapters[0]?.remarks ?? [], notes: seeded.notes };
};

test('headings by style are chapters and headings, whatever language names the styles', async () => {
  const { chapters, preview } = await readBody(
    para(run('The Book'), 'Titel') + para(run('One'), 'berschrift1') + para(run('Words.')) + para(run('Inside'), 'berschrift2') + para(run('More.')) + para(run('Two'), '', '<w:outlineLvl w:val="0"/>') + para(run('Last.')),
  );
  expect(preview).toMatchObject({ title: 'The Book', format: 'docx', chapterLevel: 1 });
  expect(chapters.map(({ title, document }) => [title, ...textLines(document)])).toEqual([['One', 'Words.', 'Inside', 'More.'], ['Two', 'Last.']]);
  expect(chapters[0]?.document.content?.[1]).toMatchObject({ type: 'heading', attrs: { level: 1 } });
});

test('a tracked change waits beside the line, which keeps the words that were there', async () => {
  const { blocks, remarks } = await only(para(`${run('We rowed ')}${deleted('Olga', 'slowly')}${inserted('Olga', 'in haste')}${run(' home.')}`));
  expect(blocks.map(inlineText)).toEqual(['We rowed slowly home.']);
  expect(remarks).toEqual([{ line: 0, kind: 'change', by: 'Olga', why: '', before: 'We rowed slowly home.', after: 'We rowed in haste home.' }]);
});

test('a paragraph that a reviewer added stands in the text with a remark; one they took out can go', async () => {
  const { blocks, remarks } = await only(para(run('Kept.')) + para(inserted('Olga', 'All new.')) + para(deleted('Ines', 'To go.')));
  expect(blocks.map(inlineText)).toEqual(['Kept.', 'All new.', 'To go.']);
  expect(remarks).toMatchObject([
    { line: 1, kind: 'comment', by: 'Olga', before: 'All new.', after: 'All new.' },
    { line: 2, kind: 'change', by: 'Ines', before: 'To go.', after: '' },
  ]);
});

test('a comment stands at its line with the words it is about, also in lists, tables and below other chapters', async () => {
  const table = `<w:tbl><w:tr><w:tc>${para(commented(1, run('cell')))}</w:tc></w:tr></w:tbl>`;
  const { chapters } = await readBody(
    para(run('One'), 'berschrift1') + para(run('Before.')) + table + para(run('Two'), 'berschrift1') + para(run('First.')) + para(commented(0, run('her mother')) + run(' knew.')),
    { comments: [{ by: 'Ines', text: 'Which year?' }, { by: 'Olga', text: 'Check this.' }] },
  );
  expect(chapters.map(({ remarks }) => remarks.map(({ line, by, why, before }) => [line, by, why, before]))).toEqual([
    [[1, 'Olga', 'Check this.', 'cell']],
    [[1, 'Ines', '“her mother” Which year?', 'her mother knew.']],
  ]);
});

test('a comment that no line calls, and one about a title, are kept at the start of the chapter', async () => {
  const { chapters, seeded } = await readBody(para(commented(0, run('One')), 'berschrift1') + para(run('Words.')), { comments: [{ by: 'Ines', text: 'Too plain.' }, { by: 'Olga', text: 'Lost.' }] });
  expect(chapters[0]?.remarks.map(({ line, why }) => [line, why])).toEqual([[0, 'About the title “One”: Too plain.'], [0, 'Lost.']]);
  expect(seeded.notes).toContain('One comment without a place in the text was put at the start of its chapter.');
});

test('pictures come with their descriptions and captions; those elsewhere are never fetched', async () => {
  const body = para(drawing('pic0', 'A boat')) + para(run('The boat'), 'Caption') + para(run('Words.') + drawing('away', 'x'));
  const { blocks, notes } = await only(body, { pictures: [await picture('png', 20, 10)] });
  expect(blocks[0]).toMatchObject({ type: 'figure', attrs: { alt: 'A boat', caption: 'The boat', widthPx: 20, heightPx: 10 } });
  expect(notes).toEqual(['One picture lies outside the file and was left out.']);
});

test('links to the web are kept, those to files of the computer are plain words, in every way that Word writes them', async () => {
  const field = (address: string): string =>
    `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "${address}" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('there')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
  const body = para(`<w:hyperlink r:id="web">${run('web')}</w:hyperlink><w:hyperlink r:id="file">${run('file')}</w:hyperlink>${field('javascript:alert(1)')}${field('mailto:a@example.org')}`);
  const { blocks, notes } = await only(body);
  expect(blocks[0]?.content?.map(({ text, marks }) => [text, marks?.[0]?.attrs?.['href']])).toEqual([['web', 'https://example.org/'], ['filethere', undefined], ['there', 'mailto:a@example.org']]);
  expect(notes).toEqual(['2 links lead neither to the web nor to a mail address: the words are kept, the address is not.']);
});

test('a table of contents, hidden words and page numbers are not the book; a note in a title is not lost', async () => {
  const contents = `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${para(run('One 1'))}</w:sdtContent></w:sdt>`;
  const { chapters, seeded } = await readBody(contents + para(run('One') + noteCall(1), 'berschrift1') + para(run('Words.') + run('secret', '<w:vanish/>')), { notes: ['Of the title.'] });
  expect(chapters.map(({ title, document }) => [title, textLines(document)])).toEqual([['One', ['', 'Words.']]]);
  expect(chapters[0]?.document.content?.[0]?.content?.[0]).toMatchObject({ type: 'footnote', content: [{ text: 'Of the title.' }] });
  expect(seeded.notes).toEqual(['One hidden passage was left out.', 'One footnote of a chapter title stands at the start of the chapter.']);
});

test('without a heading chapters are found by their words, else by new pages', async () => {
  const titles = async (body: string) => (await readBody(body)).chapters.map(({ title }) => title);
  expect(await titles(para(run('Chapter One')) + para(run('a')) + para(run('CHAPTER 2: The Sea')) + para(run('b')))).toEqual(['Chapter One', 'CHAPTER 2: The Sea']);
  const page = para('<w:r><w:br w:type="page"/></w:r>');
  expect(await titles(para(run('a')) + page + para(run('b')))).toEqual(['Chapter 1', 'Chapter 2']);
  expect(await titles(para(run('Part One')) + para(run('Chapter 1')) + para(run('a')) + para(run('Chapter 2')) + para(run('b')))).toEqual(['Part One', 'Chapter 1', 'Chapter 2']);
});
