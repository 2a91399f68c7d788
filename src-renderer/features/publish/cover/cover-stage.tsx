import { useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { largestZoom, type CoverPicture } from '../../../../src-shared/domain/cover';
import type { CoverPainter } from '../../../cover-kit/cover-painter';
import type { CoverReport } from '../../../cover-kit/draw-cover';
import { plane, type Box } from '../../../cover-kit/layout';
import { draggedFocus } from '../../../cover-kit/place-picture';
import { Banner } from '../../../ui/banner';
import { CoverCanvas } from './cover-canvas';
import { noticesOf, shopWidthPx } from './cover-words';
import type { CoverDesignState } from './use-cover-design';
import type { LoadedPicture } from './use-cover-painter';

export type CoverStageProps = {
  readonly design: CoverDesignState;
  readonly painter: CoverPainter;
  readonly picture: LoadedPicture | null;
};

const stageWidthPx = 420;

/** The cover as it will be, as it stands in a shop’s list, and what there is to say about it. */
export function CoverStage({ design, painter, picture }: CoverStageProps) {
  const { shown } = design;
  const [report, setReport] = useState<CoverReport | null>(null);
  const [hasFailed, setFailed] = useState(false);
  const revision = picture?.size ? picture.assetId : '';
  const place = report?.picture?.box;
  const notices = report ? noticesOf(shown.design, report) : [];
  return (
    <div className="cover-stage">
      <div className="cover-large">
        <CoverCanvas
          painter={painter}
          place="stage"
          scene={shown}
          revision={revision}
          widthPx={stageWidthPx}
          label={`The cover of ${shown.title}`}
          onDrawn={(drawn) => {
            setReport(drawn);
            setFailed(false);
          }}
          onFailed={() => setFailed(true)}
        />
        <span id="cover-handle-keys" className="ui-visually-hidden">
          Arrow keys move it, plus and minus zoom.
        </span>
        {place && picture?.size ? <PictureHandle design={design} size={picture.size} place={place} /> : null}
      </div>
      <div className="cover-beside">
        <figure className="cover-shop">
          <CoverCanvas
            painter={painter}
            place="shop"
            scene={shown}
            revision={revision}
            widthPx={shopWidthPx}
            label="The cover, small"
          />
          <figcaption className="cover-note">In a shop’s list</figcaption>
        </figure>
        <ul className="cover-notices" aria-label="About this cover">
          {notices.map(({ id, tone, text }) => (
            <li key={id} data-tone={tone}>
              {text}
            </li>
          ))}
        </ul>
      </div>
      {hasFailed ? (
        <Banner tone="problem" title="The cover could not be drawn.">
          Your design is kept. Try another layout, or come back to this one.
        </Banner>
      ) : null}
      {picture && !picture.size ? (
        <Banner tone="problem" title="The picture is missing or cannot be shown.">
          Choose it again, or take it off the cover.
        </Banner>
      ) : null}
    </div>
  );
}

type HandleProps = {
  readonly design: CoverDesignState;
  readonly size: { readonly width: number; readonly height: number };
  readonly place: Box;
};

type Held = { readonly x: number; readonly y: number; readonly from: CoverPicture };

const percent = (part: number, whole: number): string => `${(part / whole) * 100}%`;
const arrows: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
const [smallStep, largeStep, zoomStep] = [0.02, 0.1, 0.1];

/** Lies over the picture: dragging moves it, and so do the arrow keys; plus and minus zoom. */
function PictureHandle({ design, size, place }: HandleProps) {
  const { show, keep } = design;
  const now = design.shown.design.picture;
  const held = useRef<Held | null>(null);
  if (!now) return null;
  const move = (from: CoverPicture, x: number, y: number): CoverPicture => ({
    ...from,
    ...draggedFocus(size, place, from, { x, y }),
  });
  const drag = (event: PointerEvent<HTMLButtonElement>): CoverPicture | null => {
    if (!held.current) return null;
    const { width, height } = event.currentTarget.getBoundingClientRect();
    return move(held.current.from, (event.clientX - held.current.x) / width, (event.clientY - held.current.y) / height);
  };
  const press = (event: KeyboardEvent): void => {
    const picture = pressed(event, now, move);
    if (!picture) return;
    event.preventDefault();
    show({ picture });
  };
  return (
    <button
      type="button"
      className="cover-handle"
      aria-label="Move the picture"
      aria-describedby="cover-handle-keys"
      style={{
        '--left': percent(place.x, plane.width),
        '--top': percent(place.y, plane.height),
        '--width': percent(place.width, plane.width),
        '--height': percent(place.height, plane.height),
      }}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        held.current = { x: event.clientX, y: event.clientY, from: now };
      }}
      onPointerMove={(event) => {
        const picture = drag(event);
        if (picture) show({ picture });
      }}
      onPointerUp={(event) => {
        const picture = drag(event);
        held.current = null;
        if (picture) void keep({ picture });
      }}
      onPointerCancel={() => {
        held.current = null;
      }}
      onKeyDown={press}
      onKeyUp={(event) => {
        if (event.key in arrows || isZoomKey(event.key)) void keep({ picture: now });
      }}
    />
  );
}

const isZoomKey = (key: string): boolean => key === '+' || key === '=' || key === '-';

/** What a key makes of the picture; `null` for keys that mean something else. */
function pressed(
  { key, shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent,
  now: CoverPicture,
  move: (from: CoverPicture, x: number, y: number) => CoverPicture,
): CoverPicture | null {
  if (ctrlKey || metaKey || altKey) return null;
  const step = shiftKey ? largeStep : smallStep;
  const arrow = arrows[key];
  if (arrow) return move(now, arrow[0] * step, arrow[1] * step);
  if (!isZoomKey(key)) return null;
  const zoom = Math.min(largestZoom, Math.max(1, now.zoom + (key === '-' ? -zoomStep : zoomStep)));
  return { ...now, zoom: Math.round(zoom * 100) / 100 };
}
