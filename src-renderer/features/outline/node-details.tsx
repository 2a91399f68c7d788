import { ArrowRight, Combine, MessageCircleQuestion, Trash2 } from 'lucide-react';
import { useCallback } from 'react';
import { hasText, nextStatuses, type ChapterStatus, type OutlineNode } from '../../../src-shared/domain/outline';
import { useClient } from '../../app/client-context';
import { useShortcut } from '../../app/commands';
import { errorText } from '../../app/error-text';
import { asOneOf, useRemembered } from '../../app/remembered';
import type { RoomProps } from '../../app/room';
import { useReportSaveStatus } from '../../app/save-status';
import { useSaved, useSaveStatusOf } from '../../app/use-saved';
import { Banner } from '../../ui/banner';
import { Button } from '../../ui/button';
import { TextArea, TextField } from '../../ui/field';
import { Select } from '../../ui/select';
import { allStatuses, kindNames, readingTime, shownTitle, statusNames, suggestionFor } from './outline-words';
import { countOf, formatNumber } from '../../ui/words';
import './node-details.css';

export type NodeDetailsProps = {
  readonly bookId: string;
  readonly node: OutlineNode;
  readonly language: string;
  readonly canJoin: boolean;
  readonly onStatus: (status: ChapterStatus) => void;
  readonly onJoin: () => void;
  readonly onTrash: () => void;
  readonly onNavigate: RoomProps['onNavigate'];
};

/** What is known of one line of the outline, and what can be done with it. */
export function NodeDetails(props: NodeDetailsProps) {
  const { node, onJoin, onTrash, canJoin, onNavigate } = props;
  const trashKeys = useShortcut('outline.trash');
  const isChapter = hasText(node.kind);
  return (
    <div className="outline-details">
      <p className="outline-kind">{kindNames[node.kind]}</p>
      <NodeTexts bookId={props.bookId} node={node} />
      {isChapter ? <ChapterState {...props} /> : null}
      <div className="outline-actions">
        {isChapter ? (
          <>
            <Button
              icon={<ArrowRight size={16} aria-hidden />}
              onPress={() => onNavigate({ room: 'write', chapterId: node.id })}
            >
              Open in Write
            </Button>
            <Button
              icon={<MessageCircleQuestion size={16} aria-hidden />}
              onPress={() => onNavigate({ room: 'interview', chapterId: node.id })}
            >
              Interview
            </Button>
          </>
        ) : null}
        {canJoin ? (
          <Button variant="quiet" icon={<Combine size={16} aria-hidden />} onPress={onJoin}>
            Join with next chapter
          </Button>
        ) : null}
        <Button variant="quiet" icon={<Trash2 size={16} aria-hidden />} onPress={onTrash}>
          Move to trash{trashKeys ? ` (${trashKeys})` : ''}
        </Button>
      </div>
    </div>
  );
}

function NodeTexts({ bookId, node }: { bookId: string; node: OutlineNode }) {
  const client = useClient();
  const nodeId = node.id;
  const saveTitle = useCallback(
    (title: string) => client.call('outline.update', { bookId, nodeId, title }),
    [client, bookId, nodeId],
  );
  const saveDescription = useCallback(
    (description: string) => client.call('outline.update', { bookId, nodeId, description }),
    [client, bookId, nodeId],
  );
  const title = useSaved(node.title, saveTitle);
  const description = useSaved(node.description, saveDescription);
  useReportSaveStatus(useSaveStatusOf(description.status.state === 'idle' ? title.status : description.status));
  const failed = [title.status, description.status].find((status) => status.state === 'failed');
  const words = failed ? errorText(failed.error) : null;
  return (
    <>
      <TextField
        label="Title"
        placeholder={shownTitle(node)}
        maxLength={200}
        value={title.value}
        onChange={title.change}
        onBlur={() => void title.flush()}
      />
      <TextArea
        label="Description"
        description="What it is about, for you alone. It is not printed."
        maxLength={5_000}
        value={description.value}
        onChange={description.change}
        onBlur={() => void description.flush()}
        error={words ? `${words.what} ${words.next}` : undefined}
      />
    </>
  );
}

/** A suggestion that was dismissed does not come back; another one may. */
const asStatus = asOneOf(allStatuses);

function ChapterState({ node, language, onStatus }: NodeDetailsProps) {
  const [dismissed, setDismissed] = useRemembered<ChapterStatus | null>(`status-hint.${node.id}`, null, asStatus);
  const suggested = suggestionFor(node);
  const options = [node.status, ...nextStatuses(node.status)].map((id) => ({ id, name: statusNames[id] }));
  return (
    <>
      <Select label="Status" options={options} value={node.status} onChange={onStatus} />
      {suggested && suggested !== dismissed ? (
        <Banner
          title={`${countOf(node.words, 'word')}: this may be “${statusNames[suggested]}” by now.`}
          actions={
            <>
              <Button size="small" onPress={() => onStatus(suggested)}>
                Set it
              </Button>
              <Button size="small" variant="quiet" onPress={() => setDismissed(suggested)}>
                Dismiss
              </Button>
            </>
          }
        />
      ) : null}
      <dl className="outline-facts">
        <dt>Words</dt>
        <dd>{formatNumber(node.words)}</dd>
        <dt>Reading time</dt>
        <dd>{readingTime(node.words, language)}</dd>
        <dt>Questions answered</dt>
        <dd>{node.questions === 0 ? 'None asked yet' : `${node.answered} of ${node.questions}`}</dd>
      </dl>
    </>
  );
}
