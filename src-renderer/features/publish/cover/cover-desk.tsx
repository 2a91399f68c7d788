import { ArrowLeft, Dices, Download } from 'lucide-react';
import { useCallback, useState } from 'react';
import type { CoverView } from '../../../../src-shared/ipc/cover-calls';
import type { AppError } from '../../../../src-shared/result';
import { useClient } from '../../../app/client-context';
import { errorText } from '../../../app/error-text';
import { useFlushAll } from '../../../app/flush';
import type { RoomProps } from '../../../app/room';
import { useReportSaveStatus } from '../../../app/save-status';
import { useSaved, useSaveStatusOf } from '../../../app/use-saved';
import type { CoverPainter } from '../../../cover-kit/cover-painter';
import type { CoverScene } from '../../../cover-kit/draw-cover';
import { Banner } from '../../../ui/banner';
import { Button } from '../../../ui/button';
import { TextField } from '../../../ui/field';
import { useAnnounce } from '../../../ui/live-region';
import { Panel } from '../../../ui/panel';
import { useToast } from '../../../ui/toast';
import { sizeOf } from '../publish-view-model';
import { FaceChoice, LayoutChoice, PaletteChoice } from './cover-choices';
import { CoverStage } from './cover-stage';
import { PicturePanel } from './picture-panel';
import { useCoverDesign, type CoverDesignState } from './use-cover-design';
import { useCoverPainter } from './use-cover-painter';
import './cover.css';

type DeskProps = Pick<RoomProps, 'bookId' | 'onNavigate'>;

/** Where the cover is designed: drawn on this computer, from data that can be changed for as long as the book lives. */
export function CoverDesk({ bookId, onNavigate }: DeskProps) {
  const design = useCoverDesign(bookId);
  const toPublish = () => onNavigate({ room: 'publish' });
  return (
    <div className="cover-desk">
      <div>
        <Button size="small" variant="quiet" icon={<ArrowLeft size={16} aria-hidden />} onPress={toPublish}>
          Back to Publish
        </Button>
      </div>
      {design && 'view' in design ? (
        <Desk bookId={bookId} design={design} onNavigate={onNavigate} />
      ) : (
        <h1 className="room-title">Cover</h1>
      )}
      {design?.error ? (
        <Banner tone="problem" title={errorText(design.error).what}>
          {errorText(design.error).next}
        </Banner>
      ) : null}
    </div>
  );
}

const mostVariations = 9_999;

function Desk({ bookId, design, onNavigate }: DeskProps & { design: CoverDesignState }) {
  const { kept, shown, view } = design;
  const { painter, picture } = useCoverPainter(bookId, shown.design.picture?.assetId ?? null);
  const revision = picture?.size ? picture.assetId : '';
  const { keep } = design;
  const change = useCallback<CoverDesignState['show']>((patch) => void keep(patch), [keep]);
  const another = () => change({ variation: (shown.design.variation + 1) % mostVariations });
  return (
    <>
      <header className="cover-head">
        <h1 className="room-title">Cover</h1>
        <Finish bookId={bookId} scene={kept} painter={painter} made={view.made} />
      </header>
      <div className="cover-columns">
        <CoverStage design={design} painter={painter} picture={picture} />
        <div className="cover-controls">
          <Panel title="Layout" actions={<Another onPress={another} />}>
            <LayoutChoice scene={kept} onChange={change} painter={painter} revision={revision} />
          </Panel>
          <Panel title="Colours and letters">
            <PaletteChoice scene={kept} onChange={change} />
            <FaceChoice scene={kept} onChange={change} />
          </Panel>
          <Panel title="Picture">
            <PicturePanel bookId={bookId} design={design} />
          </Panel>
          <Panel title="Words" description="Title, subtitle and author are those of the brief.">
            <LineField bookId={bookId} line={view.design.line} onType={(line) => design.show({ line })} />
            <div>
              <Button size="small" variant="quiet" onPress={() => onNavigate({ room: 'brief' })}>
                Change them in the brief
              </Button>
            </div>
          </Panel>
        </div>
      </div>
    </>
  );
}

function Another({ onPress }: { onPress: () => void }) {
  return (
    <Button size="small" icon={<Dices size={16} aria-hidden />} onPress={onPress}>
      Draw it differently
    </Button>
  );
}

function LineField({ bookId, line, onType }: { bookId: string; line: string; onType: (line: string) => void }) {
  const client = useClient();
  const save = useCallback(
    (text: string) => client.call('cover.change', { bookId, patch: { line: text } }),
    [client, bookId],
  );
  const saved = useSaved(line, save);
  useReportSaveStatus(useSaveStatusOf(saved.status));
  return (
    <TextField
      label="One line more"
      description="A series, a quotation, “A novel”."
      maxLength={200}
      value={saved.value}
      onChange={(text) => {
        saved.change(text);
        onType(text);
      }}
      onBlur={() => void saved.flush()}
    />
  );
}

type FinishProps = {
  readonly bookId: string;
  readonly scene: CoverScene;
  readonly painter: CoverPainter;
  readonly made: CoverView['made'];
};

/** Makes the file of what is on the stage: for the book, or for a place of the author’s. */
function Finish({ bookId, scene, painter, made }: FinishProps) {
  const client = useClient();
  const toast = useToast();
  const announce = useAnnounce();
  const flushAll = useFlushAll();
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const say = (text: string) => {
    announce(text);
    toast({ text });
  };
  const finish = async (then: (bytes: Uint8Array<ArrayBuffer>) => Promise<AppError | null>) => {
    setBusy(true);
    await flushAll();
    try {
      setError(await then(await painter.finish(scene)));
    } catch {
      setError({ code: 'internal', message: '' });
    }
    setBusy(false);
  };
  const use = () =>
    finish(async (bytes) => {
      const answer = await client.call('cover.use', { bookId, bytes });
      if (!answer.ok) return answer.error;
      say(`The book wears this cover: 1,600 × 2,560 pixels, ${sizeOf(answer.value.bytes)}.`);
      return null;
    });
  const save = () =>
    finish(async (bytes) => {
      const answer = await client.call('cover.save', { bookId, bytes });
      if (!answer.ok) return answer.error;
      if (answer.value) say(`Saved as ${answer.value.file}, ${sizeOf(answer.value.bytes)}.`);
      return null;
    });
  return (
    <div className="cover-finish" aria-busy={isBusy}>
      <div className="publish-buttons">
        <Button variant="primary" isDisabled={isBusy} onPress={() => void use()}>
          Use this cover
        </Button>
        <Button icon={<Download size={16} aria-hidden />} isDisabled={isBusy} onPress={() => void save()}>
          Save as JPEG…
        </Button>
      </div>
      <p className="cover-note">
        {made ? 'The book wears a cover that was made here. ' : ''}A JPEG of 1,600 × 2,560 pixels, as shops ask for it.
        The EPUB takes the cover that the book wears.
      </p>
      {error ? (
        <Banner tone="problem" title={errorText(error).what}>
          {errorText(error).next}
        </Banner>
      ) : null}
    </div>
  );
}
