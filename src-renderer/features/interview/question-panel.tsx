import { useState } from 'react';
import { interviewLimits } from '../../../src-shared/domain/interview';
import { Tabs } from '../../ui/tabs';
import { HabitsPanel } from './habits-panel';
import { MoreQuestions } from './more-questions';
import { QuestionList, type QuestionListProps } from './question-list';
import { TrashedQuestions } from './trashed-questions';
import './question-panel.css';

type PanelTab = 'questions' | 'habits' | 'trash';

/** Everything beside the question: the whole list, what the interview has learnt, and the trash. */
export function QuestionPanel(props: QuestionListProps) {
  const { bookId, chapterId, questions } = props;
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
                  <MoreQuestions bookId={bookId} chapterId={chapterId} questions={questions} />
                ) : null}
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
