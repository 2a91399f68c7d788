import { ImagePlus } from 'lucide-react';
import { useState } from 'react';
import { CoverVeil, largestZoom, picturedLayouts, type CoverPicture } from '../../../../src-shared/domain/cover';
import type { AppError } from '../../../../src-shared/result';
import { useClient } from '../../../app/client-context';
import { errorText } from '../../../app/error-text';
import { Banner } from '../../../ui/banner';
import { Button } from '../../../ui/button';
import { Slider } from '../../../ui/slider';
import { Segments } from '../../../ui/toggle-button';
import { ModelPictures } from './model-pictures';
import type { CoverDesignState } from './use-cover-design';

const veilNames = { 'as-needed': 'As needed', always: 'Always', never: 'Never' } as const;
const veilOptions = CoverVeil.options.map((id) => ({ id, name: veilNames[id] }));
const percentFormat = { style: 'percent' } as const;

/** The picture of the cover: chosen, moved, veiled; or asked of a model. */
export function PicturePanel({ bookId, design }: { bookId: string; design: CoverDesignState }) {
  const client = useClient();
  const [error, setError] = useState<AppError | null>(null);
  const { picture, layout, veil } = design.shown.design;
  const isShown = picture !== null && picturedLayouts.has(layout);
  const showPictured = async () => {
    if (!picturedLayouts.has(layout)) await design.keep({ layout: 'photograph' });
  };
  const choose = async () => {
    const answer = await client.call('cover.choosePicture', { bookId });
    setError(answer.ok ? null : answer.error);
    if (answer.ok && answer.value) await showPictured();
  };
  const take = async (assetId: string) => {
    await design.keep({ picture: { assetId, focusX: 0.5, focusY: 0.5, zoom: 1 } });
    await showPictured();
  };
  return (
    <div className="cover-picture-panel">
      <div className="publish-buttons">
        <Button icon={<ImagePlus size={16} aria-hidden />} onPress={() => void choose()}>
          {picture ? 'Choose another picture' : 'Choose a picture of your own'}
        </Button>
        {picture ? (
          <Button variant="quiet" onPress={() => void design.keep({ picture: null })}>
            Take the picture off
          </Button>
        ) : null}
      </div>
      {error ? (
        <Banner tone="problem" title={errorText(error).what}>
          {errorText(error).next}
        </Banner>
      ) : null}
      {picture && !isShown ? (
        <p className="cover-note">This layout shows no picture; yours is kept for those that do.</p>
      ) : null}
      {isShown ? <Adjust design={design} picture={picture} /> : null}
      {isShown && layout === 'photograph' ? (
        <div className="cover-veil">
          <span className="ui-field-label">Veil under the words</span>
          <Segments
            label="Veil under the words"
            options={veilOptions}
            value={veil}
            onChange={(next) => void design.keep({ veil: next })}
          />
        </div>
      ) : null}
      <ModelPictures bookId={bookId} design={design} onTake={take} onChooseOwn={() => void choose()} />
    </div>
  );
}

function Adjust({ design, picture }: { design: CoverDesignState; picture: CoverPicture }) {
  const slider = (field: 'focusX' | 'focusY' | 'zoom') => ({
    value: picture[field],
    onChange: (value: number) => design.show({ picture: { ...picture, [field]: value } }),
    onRest: (value: number) => void design.keep({ picture: { ...picture, [field]: value } }),
  });
  return (
    <div className="cover-adjust">
      <Slider label="Zoom" least={1} most={largestZoom} step={0.05} format={percentFormat} {...slider('zoom')} />
      <Slider label="From left to right" least={0} most={1} step={0.01} format={percentFormat} {...slider('focusX')} />
      <Slider label="From top to bottom" least={0} most={1} step={0.01} format={percentFormat} {...slider('focusY')} />
      <p className="cover-note">
        Or drag the picture on the cover; with the keyboard, use the arrows, plus and minus there.
      </p>
    </div>
  );
}
