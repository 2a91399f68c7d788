import { useState } from 'react';
import { interviewLimits } from '../../../src-shared/domain/interview';
import type { Asking } from '../../app/use-work';
import { Tabs } from '../../ui/tabs';
import { HabitsPanel } from './habits-panel';
import { MoreQuestions } from './more-questions';
import { Contradictions } from './contradictions';
import { QuestionList, type QuestionListProps } from './question-list';
import { TrashedQuestions } from './trashed-questions';
import type { Questioning } from './use-questioning';
import './question-panel.css';

type PanelTab = 'questions' | 'habits' | 'trash';

type QuestionPanelProps = QuestionListProps & {
  readonly questioning: Questioning;
  readonly contradictions: Asking<'contradictions'>;
};

/** Everything beside the question: the whole list, what the interview has learnt, and the trash. */
export function QuestionPanel(props: QuestionPanelProps) {
  const { bookId, chapterId, questions, questioning, contradictions } = props;
  const [tab, setTab] = useState<PanelTab>('questions');
  return (
    <div className="question-panel">
      <Tabs<PanelTab>
        label="Beside the question"
        selected={tab}
        onSelect={setTab}
        tabs={[
          {
            id: 'questions',
            title: 'Questions',
            count: questions.length,
            content: (
              <>
                <QuestionList {...props} />
                {questions.length < interviewLimits.questionsPerChapter ? (
                  <MoreQuestions bookId={bookId} chapterId={chapterId} questioning={questioning} />
                ) : null}
                <Contradictions bookId={bookId} asking={contradictions} />
              </>
            ),
          },
          { id: 'habits', title: 'Habits', content: <HabitsPanel bookId={bookId} /> },
          { id: 'trash', title: 'Trash', content: <TrashedQuestions bookId={bookId} chapterId={chapterId} /> },
        ]}
      />
    </div>
  );
}
