import type { WorkItem } from '../../../src-shared/ipc/co-writer-calls';
import { useClient } from '../../app/client-context';
import { CoWriterAction } from '../../app/co-writer-action';
import { errorText } from '../../app/error-text';
import { useCoWriter } from '../../app/use-co-writer';
import { useWork } from '../../app/use-work';
import { Button } from '../../ui/button';
import { useAnnounce } from '../../ui/live-region';
import { Panel } from '../../ui/panel';
import { useToast } from '../../ui/toast';
import { groupIdeas, ideasSaid, takenText, type IdeaGroup, type TitleField } from './co-writer-words';
import type { BriefFormState } from './use-brief-form';

type Props = { readonly bookId: string; readonly form: BriefFormState };

/** Titles, subtitles, texts for the back and ideas for the cover, proposed by the co-writer. None is taken by itself. */
export function TitleIdeas({ bookId, form }: Props) {
  const status = useCoWriter();
  const asking = useWork<'titles'>(({ ideas }) => ideasSaid(ideas.length));
  const take = useTake(form);
  const keep = useKeepIdea(bookId);
  if (!status?.isOn) return null;
  const { state } = asking;
  const ideas = state.state === 'done' ? state.outcome.ideas : [];
  return (
    <div className="title-ideas">
      <Panel
        title="Title and cover"
        description="Proposals from the co-writer. What you have stays until you take one."
      >
        <CoWriterAction
          label={state.state === 'done' ? 'Propose others' : 'Propose titles and a text for the back'}
          asking={asking}
          work={{ kind: 'titles', bookId }}
          before={form.flush}
        >
          {(items) => <Ideas groups={groupIdeas(items.flatMap(ideaOf))} form={form} />}
        </CoWriterAction>
        {ideas.length > 0 ? <Ideas groups={groupIdeas(ideas)} form={form} onTake={take} onKeep={keep} /> : null}
      </Panel>
    </div>
  );
}

const ideaOf = (item: WorkItem) => (item.kind === 'idea' ? [item.idea] : []);

type Take = (field: TitleField, text: string) => void;

/** Puts a text into the brief, and back again. */
function useTake(form: BriefFormState): Take {
  const toast = useToast();
  const announce = useAnnounce();
  const put: Take = (field, text) => {
    form.edit({ [field]: text });
    void form.flush();
  };
  return (field, text) => {
    const before = form.brief[field];
    put(field, text);
    announce(takenText(field));
    toast({ text: takenText(field), undo: () => put(field, before) });
  };
}

/** Keeps an idea for the picture of the cover, where it can be changed and drawn. */
function useKeepIdea(bookId: string): (idea: string) => void {
  const client = useClient();
  const toast = useToast();
  const announce = useAnnounce();
  const keep = async (idea: string): Promise<void> => {
    const answer = await client.call('cover.change', { bookId, patch: { idea } });
    const text = answer.ok ? 'The idea waits for you at the cover, in Publish' : errorText(answer.error).what;
    announce(text);
    toast({ text, ...(answer.ok ? {} : { tone: 'problem' as const }) });
  };
  return (idea) => void keep(idea);
}

type IdeasProps = {
  readonly groups: readonly IdeaGroup[];
  readonly form: BriefFormState;
  /** Left out while ideas are still coming in. */
  readonly onTake?: Take;
  readonly onKeep?: (idea: string) => void;
};

function Ideas({ groups, form, onTake, onKeep }: IdeasProps) {
  return groups.map(({ what, heading, field, ideas }) => (
    <section key={what} aria-label={heading} className="ideas">
      <h3 className="ideas-heading">{heading}</h3>
      <ul className="ideas-list">
        {ideas.map(({ text, why }) => (
          <li key={text} className="idea">
            <div className="idea-text">
              <p className="idea-words" data-what={what} dir="auto">
                {text}
              </p>
              {why === '' ? null : (
                <p className="idea-why" dir="auto">
                  {why}
                </p>
              )}
            </div>
            {what === 'cover' && onKeep ? (
              <Button size="small" aria-label={`Keep the idea “${text}”`} onPress={() => onKeep(text)}>
                Keep for the cover
              </Button>
            ) : null}
            {field && onTake ? (
              <Button
                size="small"
                aria-label={`Take “${text}”`}
                isDisabled={form.brief[field] === text}
                onPress={() => onTake(field, text)}
              >
                {form.brief[field] === text ? 'Taken' : 'Take it'}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  ));
}
