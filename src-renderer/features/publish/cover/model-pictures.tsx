import { useCallback } from 'react';
import { longestCoverIdea } from '../../../../src-shared/domain/cover';
import { useClient } from '../../../app/client-context';
import { CoWriterAction } from '../../../app/co-writer-action';
import { useReportSaveStatus } from '../../../app/save-status';
import { useCoWriter } from '../../../app/use-co-writer';
import { useSaved, useSaveStatusOf } from '../../../app/use-saved';
import { useWork } from '../../../app/use-work';
import { Button } from '../../../ui/button';
import { TextArea } from '../../../ui/field';
import type { CoverDesignState } from './use-cover-design';

type Props = {
  readonly bookId: string;
  readonly design: CoverDesignState;
  readonly onTake: (assetId: string) => Promise<void>;
  readonly onChooseOwn: () => void;
};

/** Pictures from a model: asked for with the author’s idea, and offered beside their own. None is on the cover by itself. */
export function ModelPictures({ bookId, design, onTake, onChooseOwn }: Props) {
  const status = useCoWriter();
  const asking = useWork<'cover-picture'>(() => 'A picture is here. It is not on the cover until you take it.');
  const { pictures } = design.view;
  return (
    <>
      {status?.isOn ? (
        <AskForPicture bookId={bookId} idea={design.view.idea} asking={asking} onChooseOwn={onChooseOwn} />
      ) : null}
      {pictures.length > 0 ? (
        <section aria-labelledby="cover-pictures">
          <h3 id="cover-pictures" className="cover-subheading">
            Made by a model
          </h3>
          <p className="cover-note">
            Shops ask whether a picture was made by a model. What to disclose below knows of these.
          </p>
          <ul className="cover-pictures">
            {pictures.map(({ assetId, idea, model }) => {
              const isTaken = design.shown.design.picture?.assetId === assetId;
              return (
                <li key={assetId} className="cover-made">
                  <img src={`asset://${bookId}/${assetId}`} alt={idea} className="cover-made-picture" loading="lazy" />
                  <Button
                    size="small"
                    isDisabled={isTaken}
                    aria-label={`Take this picture by ${model}`}
                    onPress={() => void onTake(assetId)}
                  >
                    {isTaken ? 'On the cover' : 'Take it'}
                  </Button>
                </li>
              );
            })}
          </ul>
        </section>
      ) : null}
    </>
  );
}

type AskProps = {
  readonly bookId: string;
  readonly idea: string;
  readonly asking: ReturnType<typeof useWork<'cover-picture'>>;
  readonly onChooseOwn: () => void;
};

function AskForPicture({ bookId, idea, asking, onChooseOwn }: AskProps) {
  const client = useClient();
  const save = useCallback(
    (text: string) => client.call('cover.change', { bookId, patch: { idea: text } }),
    [client, bookId],
  );
  const saved = useSaved(idea, save);
  useReportSaveStatus(useSaveStatusOf(saved.status));
  const asked = saved.value.trim();
  return (
    <section aria-labelledby="cover-ask" className="cover-ask">
      <h3 id="cover-ask" className="cover-subheading">
        A picture from a model
      </h3>
      <TextArea
        label="Your idea for a picture"
        description="Only this idea and the genre are sent."
        fewestRows={2}
        maxLength={longestCoverIdea}
        value={saved.value}
        onChange={saved.change}
        onBlur={() => void saved.flush()}
      />
      <CoWriterAction
        label="Ask for a picture"
        asking={asking}
        work={{ kind: 'cover-picture', bookId, idea: asked }}
        isDisabled={asked === ''}
        before={saved.flush}
        without={{ label: 'Choose a picture of your own', onPress: onChooseOwn }}
      />
    </section>
  );
}
