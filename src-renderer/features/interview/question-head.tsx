import { RefreshCw } from 'lucide-react';
import { useState } from 'react';
import { Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components';
import { interviewLimits, suggestedWords, type Question } from '../../../src-shared/domain/interview';
import { useRunCommand, useShortcut } from '../../app/commands';
import { useSettings } from '../../app/settings-context';
import { Badge } from '../../ui/badge';
import { Button } from '../../ui/button';
import { Hint } from '../../ui/tooltip';
import { ToggleButton } from '../../ui/toggle-button';
import { percent, questionSize, shownAtFirst } from './interview-view-model';
import { difficultyNames, kindNames } from './interview-words';
import './question-head.css';

/** The question itself, set large, with what helps to answer it. */
export function QuestionHead({ question, position }: { readonly question: Question; readonly position: string }) {
  const { from, to } = suggestedWords[question.difficulty];
  return (
    <header className="question-head">
      <p className="question-facts">
        <span className="question-position">{position}</span>
        <Badge>{kindNames[question.kind]}</Badge>
        <Badge>
          {difficultyNames[question.difficulty]}, {from}–{to} words
        </Badge>
        {question.origin === 'author' ? <Badge tone="accent">Your own</Badge> : null}
        {question.origin === 'co-writer' ? <Badge>From the co-writer</Badge> : null}
        {question.skipped ? <Badge tone="warning">Skipped</Badge> : null}
      </p>
      <h2 className="question-text" data-size={questionSize(question.text)} dir="auto">
        {question.text}
      </h2>
      <QuestionHelp question={question} />
    </header>
  );
}

type Helps = { readonly why: boolean; readonly help: boolean; readonly example: boolean; readonly earlier: boolean };

function QuestionHelp({ question }: { question: Question }) {
  const { settings } = useSettings();
  const run = useRunCommand();
  const rewriteKeys = useShortcut('interview.rewrite');
  const [toggled, setToggled] = useState<Partial<Helps>>({});
  const atFirst = shownAtFirst(settings.guidance);
  const example = atFirst.example || question.exampleWanted === true;
  const open: Helps = { why: false, earlier: false, ...atFirst, example, ...toggled };
  const toggle = (name: keyof Helps) => (isOpen: boolean) => setToggled((last) => ({ ...last, [name]: isOpen }));
  const { rewrites } = question;
  const most = interviewLimits.rewritesPerQuestion;
  return (
    <>
      <div className="question-help" aria-live="off">
        {open.help && question.help !== '' ? <p dir="auto">{question.help}</p> : null}
        {open.example && question.example !== '' ? (
          <p className="question-example" dir="auto">
            <span className="question-label">For example</span> {question.example}
          </p>
        ) : null}
        {open.why && question.why !== '' ? (
          <p dir="auto">
            <span className="question-label">Why this question</span> {question.why}
          </p>
        ) : null}
        {open.earlier && rewrites.length > 0 ? (
          <div>
            <p className="question-label">
              Earlier wordings, {rewrites.length} of {most}
            </p>
            <ol className="question-earlier">
              {rewrites.map((text, index) => (
                <li key={`${index} ${text}`} dir="auto">
                  {text}
                </li>
              ))}
            </ol>
          </div>
        ) : null}
      </div>
      <div className="question-tools" role="group" aria-label="About this question">
        {question.why !== '' ? (
          <ToggleButton label="Why this question" isSelected={open.why} onChange={toggle('why')} />
        ) : null}
        {question.help !== '' ? <ToggleButton label="Help" isSelected={open.help} onChange={toggle('help')} /> : null}
        {question.example !== '' ? (
          <ToggleButton label="Example" isSelected={open.example} onChange={toggle('example')} />
        ) : null}
        <Quality question={question} />
        <Hint text={`Ask it differently, ${rewrites.length} of ${most} used`} shortcut={rewriteKeys}>
          <Button
            size="small"
            variant="quiet"
            icon={<RefreshCw size={16} aria-hidden />}
            isDisabled={rewrites.length >= most}
            onPress={() => run('interview.rewrite')}
          >
            Ask it differently
          </Button>
        </Hint>
        {rewrites.length > 0 ? (
          <ToggleButton
            label={`Earlier wordings (${rewrites.length})`}
            isSelected={open.earlier}
            onChange={toggle('earlier')}
          />
        ) : null}
      </div>
    </>
  );
}

function Quality({ question }: { question: Question }) {
  const { score, parts } = question.quality;
  return (
    <DialogTrigger>
      <Button size="small" variant="quiet">
        Quality {percent(score)}
      </Button>
      <Popover className="ui-popover quality" placement="bottom start" offset={4}>
        <Dialog className="quality-dialog">
          <Heading slot="title" className="quality-title">
            How this question scores
          </Heading>
          <dl className="quality-parts">
            {parts.map((part) => (
              <div key={part.name} className="quality-part">
                <dt>
                  {part.name} <span className="quality-score">{percent(part.score)}</span>
                </dt>
                <dd>{part.note}</dd>
              </div>
            ))}
          </dl>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
