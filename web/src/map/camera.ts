/** A place on the map, or on the screen in pixels from its top left. */
export type Place = readonly [x: number, y: number];

/** What of a map is seen: the middle, and how many pixels a step on the map has. Up on the map is up on the screen. */
export interface Camera {
  x: number;
  y: number;
  scale: number;
}

export interface Size {
  width: number;
  height: number;
}

export interface Bounds {
  minX: number;
  minY: number;
  maxX: number;
  maxY: number;
}

const MARGIN = 0.92;

/** Shows all that lies within bounds. */
export function fitting({ minX, minY, maxX, maxY }: Bounds, { width, height }: Size): Camera {
  const scale = MARGIN * Math.min(width / Math.max(maxX - minX, 1e-6), height / Math.max(maxY - minY, 1e-6));
  return { x: (minX + maxX) / 2, y: (minY + maxY) / 2, scale };
}

/** The place on the map that is seen somewhere on the screen. */
export function onMap([x, y]: Place, camera: Camera, { width, height }: Size): Place {
  return [camera.x + (x - width / 2) / camera.scale, camera.y - (y - height / 2) / camera.scale];
}

/** Where a place on the map is seen. */
export function onScreen([x, y]: Place, camera: Camera, { width, height }: Size): Place {
  return [width / 2 + (x - camera.x) * camera.scale, height / 2 - (y - camera.y) * camera.scale];
}

/** Closer by a factor; what is seen at a place on the screen stays there. */
export function zoomed(camera: Camera, factor: number, at: Place, size: Size): Camera {
  const [x, y] = onMap(at, camera, size);
  return {
    x: x + (camera.x - x) / factor,
    y: y + (camera.y - y) / factor,
    scale: camera.scale * factor,
  };
}

/** Moved with the screen by so many pixels. */
export function moved(camera: Camera, right: number, down: number): Camera {
  return { ...camera, x: camera.x - right / camera.scale, y: camera.y + down / camera.scale };
}

/** What of the map is seen. */
export function seen(camera: Camera, size: Size): Bounds {
  const [minX, maxY] = onMap([0, 0], camera, size);
  const [maxX, minY] = onMap([size.width, size.height], camera, size);
  return { minX, minY, maxX, maxY };
}
