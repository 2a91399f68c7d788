import { afterEach, describe, expect, test } from 'vitest';
import { Genre } from '../../../../src-shared/domain/genre';
import { OutlineProposal } from '../../../../src-shared/domain/outline';
import { proposeOutline, type PresentChapter } from '../../../../src-main/interview/propose-outline';
import { shippedPacks, startInterview, valueOf, type InterviewDesk } from '../../../support/start-interview';

const { packFor } = shippedPacks();
const chapter = (id: string, title: string, more: Partial<PresentChapter> = {}): PresentChapter => ({
  id,
  title,
  description: '',
  sections: [],
  ...more,
});
const propose = async (present: readonly PresentChapter[] = [], answers: readonly string[] = []) =>
  proposeOutline({ pack: await packFor('memoir', 'en'), language: 'en', present, answers });

describe('a proposed table of contents', () => {
  test.each(Genre.options)('%s: 6 to 12 chapters of 2 to 4 sections, labelled as the template it is', async (genre) => {
    const proposal = proposeOutline({ pack: await packFor(genre, 'en'), language: 'en', present: [], answers: [] });
    expect(OutlineProposal.parse(proposal)).toEqual(proposal);
    expect(proposal.chapters.length).toBeGreaterThanOrEqual(6);
    expect(proposal.chapters.length).toBeLessThanOrEqual(12);
    for (const { sections } of proposal.chapters) expect([2, 3, 4]).toContain(sections.length);
    expect(proposal.label).toMatch(/^Template for an? [\w’ -]+\. No model was used\.$/u);
  });

  test('answers stand word for word in the chapter that speaks of the same things', async () => {
    const said = 'The kitchen of my grandparents, where voices never stopped.';
    const { label, chapters } = await propose([], [said, '  ']);
    expect(label).toBe('Template for a memoir, with your answers worked in. No model was used.');
    const home = chapters.filter(({ description }) => description.includes(`You said: “${said}”`));
    expect(home.map(({ title }) => title)).toEqual(['The People I Come From']);
  });

  test('answers that fit nowhere are spread, and long ones end with a sentence', async () => {
    const long = 'Qwrt zzyx plmk. '.repeat(40);
    const { chapters } = await propose([], ['Xyzzy.', 'Plugh.', long]);
    const worked = chapters.filter(({ description }) => description.includes('You said:'));
    expect(worked.length).toBe(3);
    expect(Math.max(...worked.map(({ description }) => description.length))).toBeLessThan(600);
    expect(worked.at(-1)?.description.endsWith('plmk.”')).toBe(true);
  });

  test('present chapters are all in it, with their own titles, order and sections', async () => {
    const sections = [{ title: 'The dock', description: '' }];
    const present = [
      chapter('c1', 'Leaving!', { sections }),
      chapter('c2', 'Zebras'),
      chapter('c3', 'The people I come from'),
      chapter('c4', 'Okapis'),
    ];
    const { chapters } = await propose(present);
    const own = chapters.filter(({ continues }) => continues !== null);
    expect(own.map(({ continues, title }) => [continues, title])).toEqual([
      ['c1', 'Leaving!'],
      ['c2', 'Zebras'],
      ['c3', 'The people I come from'],
      ['c4', 'Okapis'],
    ]);
    expect(own[0]?.sections).toEqual(sections);
    expect(own[2]?.sections.length).toBe(3);
    expect(chapters.map(({ title }) => title)).not.toContain('Leaving');
    expect(chapters.length).toBeLessThanOrEqual(12);
    expect(new Set(chapters.map(({ key }) => key)).size).toBe(chapters.length);
  });

  test('a book of thirty chapters keeps them all and gets no more', async () => {
    const present = Array.from({ length: 30 }, (_, index) => chapter(`c${index}`, `Animal ${index}`));
    const { chapters } = await propose(present);
    expect(chapters.map(({ continues }) => continues)).toEqual(present.map(({ id }) => id));
  });

  test('proposing again does not say an answer twice', async () => {
    const said = 'The kitchen of my grandparents, where voices never stopped.';
    const once = await propose([], [said]);
    const present = once.chapters.map(({ title, description, sections }, index) =>
      chapter(`c${index}`, title, { description, sections }),
    );
    const twice = await propose(present, [said]);
    expect(twice.chapters.map(({ description }) => description)).toEqual(
      once.chapters.map(({ description }) => description),
    );
  });
});

describe('of a real book', () => {
  let desk: InterviewDesk;
  afterEach(() => desk.stop());

  test('it takes in answered clarifications and present chapters, and changes nothing', async () => {
    desk = await startInterview({ chapters: ['Leaving', 'The Junto'] });
    const bookId = 'book1';
    const [asked] = await valueOf(desk.calls['brief.askClarifications']({ bookId }));
    await desk.calls['brief.answerClarification']({
      bookId,
      id: asked?.id ?? '',
      answer: 'From seventeen to forty.',
      state: 'answered',
    });
    const { seq } = desk.book.logEnd();
    const { chapters, label } = await valueOf(desk.calls['outline.propose']({ bookId }));
    expect(label).toContain('with your answers');
    expect(chapters.flatMap(({ continues }) => continues ?? [])).toEqual(['chapter1', 'chapter2']);
    expect(chapters.some(({ description }) => description.includes('From seventeen to forty.'))).toBe(true);
    expect(desk.book.logEnd().seq).toBe(seq);
  });
});
