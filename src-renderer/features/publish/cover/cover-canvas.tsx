import { useEffect, useEffectEvent, useRef } from 'react';
import type { CoverPainter } from '../../../cover-kit/cover-painter';
import type { CoverReport, CoverScene } from '../../../cover-kit/draw-cover';

export type CoverCanvasProps = {
  readonly painter: CoverPainter;
  /** Tells this place from the others that the painter draws for. */
  readonly place: string;
  readonly scene: CoverScene;
  /** Changes when the same scene looks different: a picture has come in. */
  readonly revision: string;
  readonly widthPx: number;
  /** What it shows, for who does not see it; without one it is decoration. */
  readonly label?: string;
  readonly onDrawn?: (report: CoverReport) => void;
  readonly onFailed?: () => void;
};

/** A cover on the screen, drawn away from the page. Its size on the page is the style sheet’s to say. */
export function CoverCanvas(props: CoverCanvasProps) {
  const { painter, place, scene, revision, widthPx, label } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const key = JSON.stringify(scene);
  const draw = useEffectEvent(async (isWanted: () => boolean) => {
    try {
      const drawn = await painter.paint(place, scene, Math.round(widthPx * devicePixelRatio));
      if (!drawn?.bitmap) return;
      if (!isWanted() || !canvas.current) {
        drawn.bitmap.close();
        return;
      }
      canvas.current.width = drawn.bitmap.width;
      canvas.current.height = drawn.bitmap.height;
      canvas.current.getContext('bitmaprenderer')?.transferFromImageBitmap(drawn.bitmap);
      canvas.current.dataset['drawn'] = scene.design.layout;
      props.onDrawn?.(drawn.report);
    } catch {
      if (isWanted()) props.onFailed?.();
    }
  });
  useEffect(() => {
    let isWanted = true;
    void draw(() => isWanted);
    return () => {
      isWanted = false;
    };
  }, [painter, place, key, revision, widthPx]);
  return (
    <canvas
      ref={canvas}
      className="cover-canvas"
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
    />
  );
}
