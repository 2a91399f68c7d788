import { memo } from 'react';
import { RadioButton, RadioField, RadioGroup } from 'react-aria-components';
import { CoverFace, CoverLayout, CoverPalette, type CoverDesign } from '../../../../src-shared/domain/cover';
import { faces } from '../../../cover-kit/faces';
import type { CoverPainter } from '../../../cover-kit/cover-painter';
import type { CoverScene } from '../../../cover-kit/draw-cover';
import { layouts } from '../../../cover-kit/layouts';
import { palettes } from '../../../cover-kit/palettes';
import { Select } from '../../../ui/select';
import { CoverCanvas } from './cover-canvas';

type ChoiceProps = {
  readonly scene: CoverScene;
  readonly onChange: (patch: Partial<CoverDesign>) => void;
};

const tileWidthPx = 104;

/** The layouts, each with the words, colours and picture of this book. */
export const LayoutChoice = memo(function LayoutChoice({
  scene,
  onChange,
  painter,
  revision,
}: ChoiceProps & { painter: CoverPainter; revision: string }) {
  const choose = (next: string) => {
    const layout = CoverLayout.options.find((option) => option === next);
    if (layout) onChange({ layout });
  };
  return (
    <RadioGroup
      aria-label="Layout"
      className="cover-layouts"
      value={scene.design.layout}
      onChange={choose}
      orientation="horizontal"
    >
      {CoverLayout.options.map((layout) => (
        <RadioField key={layout} value={layout}>
          <RadioButton className="cover-layout">
            <span className="cover-layout-picture">
              <CoverCanvas
                painter={painter}
                place={`layout ${layout}`}
                scene={{ ...scene, design: { ...scene.design, layout } }}
                revision={revision}
                widthPx={tileWidthPx}
              />
            </span>
            <span className="cover-layout-name">{layouts[layout].name}</span>
            <span className="cover-note">{layouts[layout].about}</span>
          </RadioButton>
        </RadioField>
      ))}
    </RadioGroup>
  );
});

/** The palettes, each as it would look: its ground with its other colours on it. */
export const PaletteChoice = memo(function PaletteChoice({ scene, onChange }: ChoiceProps) {
  const choose = (next: string) => {
    const palette = CoverPalette.options.find((option) => option === next);
    if (palette) onChange({ palette });
  };
  return (
    <RadioGroup
      aria-label="Colours"
      className="cover-palettes"
      value={scene.design.palette}
      onChange={choose}
      orientation="horizontal"
    >
      {CoverPalette.options.map((id) => {
        const { name, ground, ink, accent, second } = palettes[id];
        return (
          <RadioField key={id} value={id}>
            <RadioButton className="cover-palette">
              <span
                className="cover-swatch"
                style={{
                  '--cover-ground': ground,
                  '--cover-words': ink,
                  '--cover-accent': accent,
                  '--cover-second': second,
                }}
                aria-hidden
              />
              <span className="cover-palette-name">{name}</span>
            </RadioButton>
          </RadioField>
        );
      })}
    </RadioGroup>
  );
});

const faceOptions = CoverFace.options.map((id) => ({ id, name: faces[id].name }));

/** The pair of faces. */
export const FaceChoice = memo(function FaceChoice({ scene, onChange }: ChoiceProps) {
  return (
    <Select label="Letters" options={faceOptions} value={scene.design.face} onChange={(face) => onChange({ face })} />
  );
});
