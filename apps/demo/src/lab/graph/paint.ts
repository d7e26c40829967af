import { paintEdgeLabels } from './paintEdgeLabels.ts';
import { paintEdges } from './paintEdges.ts';
import { paintItems } from './paintItems.ts';
import type { Scene } from './scene.ts';

/** Paints a scene: first edges, then items over them, then the numbers of edges where there is room. Tells which edges can be seen. */
export function paint(context: CanvasRenderingContext2D, scene: Scene, density: number): readonly number[] {
  const { viewport, area, palette } = scene;
  context.setTransform(density, 0, 0, density, 0, 0);
  context.fillStyle = palette.raised;
  context.fillRect(0, 0, area.width + 1, area.height + 1); // the last pixels too, of which the area may have a part
  context.translate(area.width / 2, area.height / 2);
  context.scale(viewport.scale, viewport.scale);
  context.translate(-viewport.x, -viewport.y);
  const visible = {
    left: viewport.x - area.width / 2 / viewport.scale,
    right: viewport.x + area.width / 2 / viewport.scale,
    top: viewport.y - area.height / 2 / viewport.scale,
    bottom: viewport.y + area.height / 2 / viewport.scale,
  };
  const shown = paintEdges(context, scene, visible);
  paintItems(context, scene, visible);
  paintEdgeLabels(context, scene, shown);
  return shown;
}

/** The part of a drawing that is on the screen. */
export interface Visible {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}
