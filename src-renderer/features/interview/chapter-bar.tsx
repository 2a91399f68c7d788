import { PenLine } from 'lucide-react';
import type { Interview, Question } from '../../../src-shared/domain/interview';
import { useRunCommand, useShortcut } from '../../app/commands';
import { Button } from '../../ui/button';
import { ProgressBar } from '../../ui/progress-bar';
import { ComboBox } from '../../ui/select';
import { Hint } from '../../ui/tooltip';
import type { ChapterInterviewProps } from './chapter-interview';
import { missingForDraft } from './interview-view-model';

export type ChapterBarProps = Pick<ChapterInterviewProps, 'chapter' | 'chapters' | 'onNavigate'> & {
  readonly interview: Interview;
  readonly question: Question | null;
};

/** Which chapter is asked about, how far its interview is, and the way to a draft. */
export function ChapterBar({ chapter, chapters, interview, question, onNavigate }: ChapterBarProps) {
  const run = useRunCommand();
  const keys = useShortcut('interview.draft');
  const total = interview.questions.length;
  const missing = missingForDraft(interview.answered);
  const options = chapters.map((node) => ({
    id: node.id,
    name: node.title.trim() === '' ? 'Untitled chapter' : node.title,
    ...(node.questions > 0 ? { note: `${node.answered}/${node.questions}` } : {}),
  }));
  return (
    <header className="interview-bar">
      <h1 className="ui-visually-hidden">Interview</h1>
      <div className="interview-picker">
        <ComboBox
          label="Chapter"
          isLabelHidden
          options={options}
          value={chapter.id}
          onChange={(chapterId) => {
            if (chapterId !== chapter.id) onNavigate({ room: 'interview', chapterId });
          }}
        />
      </div>
      {question ? (
        <div className="interview-progress">
          <ProgressBar
            label={`${interview.complete} of ${total} complete`}
            value={total === 0 ? 0 : interview.complete / total}
          />
        </div>
      ) : null}
      <Hint text={missing ?? 'Arrange these answers into prose'} shortcut={keys}>
        <Button icon={<PenLine size={16} aria-hidden />} onPress={() => run('interview.draft')}>
          Draft from answers
        </Button>
      </Hint>
    </header>
  );
}
