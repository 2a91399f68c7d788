import { useReducer, useState } from 'react';
import { CheckboxButton, CheckboxField } from 'react-aria-components';
import type { OutlineNode, OutlineProposal, ProposedChapter } from '../../../src-shared/domain/outline';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import { Select } from '../../ui/select';
import { useEscape } from '../../ui/use-escape';
import { Segments } from '../../ui/toggle-button';
import { shownTitle } from './outline-words';
import { ProposalChoice, yours } from './proposal-choice';
import { OtherColumn, PresentColumn } from './proposal-columns';
import {
  acceptLabel,
  acceptSentence,
  changeProposal,
  chaptersSetAside,
  chosenChapters,
  presentChapters,
  proposalName,
  startProposal,
  type AcceptMode,
  type ProposalAction,
  type ProposalLine,
} from './proposal-view-model';
import type { KeptProposal } from './use-proposals';

export type ProposalViewProps = {
  readonly proposal: OutlineProposal;
  /** Which of the kept proposals it is; `null` for the template’s. */
  readonly keptId: string | null;
  readonly kept: readonly KeptProposal[];
  readonly onShow: (keptId: string) => void;
  readonly onDiscard: (keptId: string) => void;
  readonly nodes: readonly OutlineNode[];
  readonly onAccept: (chapters: readonly ProposedChapter[], mode: AcceptMode) => void;
  readonly onClose: () => void;
};

/** A proposed outline beside the present one. Nothing is in the book until the author takes it. */
export function ProposalView(props: ProposalViewProps) {
  const { proposal, keptId, kept, nodes, onAccept, onClose } = props;
  const [state, dispatch] = useReducer(changeProposal, proposal, startProposal);
  const [besideId, setBesideId] = useState<string>(yours);
  const present = presentChapters(nodes);
  const others = kept.filter(({ id }) => id !== keptId);
  const beside = others.find(({ id }) => id === besideId) ?? null;
  const hasBeside = present.length > 0 || beside !== null;
  const chosen = chosenChapters(state);
  useEscape(onClose);
  const areAllChosen = state.lines.every((line) => line.isChosen);
  return (
    <div className="proposal">
      <header className="proposal-header">
        <h1 className="room-title">Proposed outline</h1>
        <p className="proposal-label">{state.label}</p>
        <ProposalChoice {...props} others={others} besideId={besideId} onBeside={setBesideId} />
      </header>
      <div className="proposal-columns" data-single={hasBeside ? undefined : true}>
        {beside ? <OtherColumn name={proposalName(beside)} chapters={beside.proposal.chapters} /> : null}
        {!beside && hasBeside ? (
          <PresentColumn nodes={present} setAside={chaptersSetAside(state, nodes)} all={nodes} />
        ) : null}
        <section aria-labelledby="proposal-proposed" className="proposal-column">
          <div className="proposal-column-head">
            <h2 id="proposal-proposed" className="proposal-column-title">
              The proposal
            </h2>
            <Button
              size="small"
              variant="quiet"
              onPress={() => dispatch({ type: 'allChosen', isChosen: !areAllChosen })}
            >
              {areAllChosen ? 'Choose none' : 'Choose all'}
            </Button>
          </div>
          <ol className="proposal-lines">
            {state.lines.map((line, index) => (
              <ProposedLine
                key={line.chapter.key}
                line={line}
                number={index + 1}
                present={present}
                onChange={dispatch}
              />
            ))}
          </ol>
        </section>
      </div>
      <footer className="proposal-footer">
        {present.length > 0 ? (
          <Segments
            label="How to take it"
            value={state.mode}
            onChange={(mode) => dispatch({ type: 'modeSet', mode })}
            options={[
              { id: 'add', name: 'Add to mine' },
              { id: 'replace', name: 'Replace mine' },
            ]}
          />
        ) : null}
        <p className="proposal-promise">{acceptSentence(state, nodes)}</p>
        <div className="proposal-buttons">
          <Button onPress={onClose}>Keep mine</Button>
          <Button variant="primary" isDisabled={chosen.length === 0} onPress={() => onAccept(chosen, state.mode)}>
            {acceptLabel(state, present.length > 0)}
          </Button>
        </div>
      </footer>
    </div>
  );
}

type ProposedLineProps = {
  readonly line: ProposalLine;
  readonly number: number;
  readonly present: readonly OutlineNode[];
  readonly onChange: (action: ProposalAction) => void;
};

const asNew = 'new-chapter';

function ProposedLine({ line, number, present, onChange }: ProposedLineProps) {
  const { chapter, isChosen } = line;
  const { key } = chapter;
  const options = [
    { id: asNew, name: 'A new chapter' },
    ...present.map((node) => ({ id: node.id, name: `Continues “${shownTitle(node)}”` })),
  ];
  return (
    <li className="proposal-line" data-chosen={isChosen || undefined}>
      <CheckboxField
        aria-label={`Take chapter ${number}, ${chapter.title}`}
        isSelected={isChosen}
        onChange={(next) => onChange({ type: 'chosen', key, isChosen: next })}
      >
        <CheckboxButton className="proposal-check">
          <span className="proposal-box" aria-hidden />
        </CheckboxButton>
      </CheckboxField>
      <div className="proposal-chapter">
        <TextField
          label={`Title of chapter ${number}`}
          isLabelHidden
          look="book"
          maxLength={200}
          value={chapter.title}
          onChange={(title) => onChange({ type: 'titled', key, title })}
        />
        <p className="proposal-description" dir="auto">
          {chapter.description}
        </p>
        {chapter.sections.length > 0 ? (
          <ul className="proposal-sections" aria-label="Sections">
            {chapter.sections.map((section) => (
              <li key={section.title} dir="auto" title={section.description}>
                {section.title}
              </li>
            ))}
          </ul>
        ) : null}
        {present.length > 0 && isChosen ? (
          <Select
            label={`What chapter ${number} continues`}
            isLabelHidden
            options={options}
            value={chapter.continues ?? asNew}
            onChange={(id) => onChange({ type: 'matched', key, continues: id === asNew ? null : id })}
          />
        ) : null}
      </div>
    </li>
  );
}
