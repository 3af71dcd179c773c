import { type DicomImage, Series } from "daikon";
import { brightness, type GreyWindow, windowOf } from "./greyWindow";

/** A DICOM file that was read: a picture, or several of one size. */
export interface DicomSlice {
  columns: number;
  rows: number;
  frames: number;
  /** What the file says is to be shown, or else all; undefined where there are colours. */
  window: GreyWindow | undefined;
  paint: (frame: number, window: GreyWindow | undefined) => ImageData;
}

const RED_GREEN_BLUE = 3;
const OPAQUE = 255;

/** Whatever has no pixels, or colours of another form than red, green and blue, is an error. */
export function readSlice(bytes: ArrayBuffer): DicomSlice {
  const image = Series.parseImage(new DataView(bytes));
  if (image === null || !image.hasPixelData()) {
    throw new Error("This is no DICOM file with pixels.");
  }
  const samples = image.getNumberOfSamplesPerPixel();
  if (samples === RED_GREEN_BLUE && image.getPhotometricInterpretation() === "RGB") {
    return { ...shapeOf(image), window: undefined, paint: (frame) => coloured(image, frame) };
  }
  if (samples !== 1) {
    throw new Error(`Colours as ${image.getPhotometricInterpretation() ?? "unknown"} are not shown.`);
  }
  return { ...shapeOf(image), window: givenWindow(image), paint: (frame, window) => grey(image, frame, window) };
}

function shapeOf(image: DicomImage) {
  return { columns: image.getCols(), rows: image.getRows(), frames: image.getNumberOfFrames() };
}

function givenWindow(image: DicomImage): GreyWindow {
  const [center, width] = [image.getWindowCenter(), image.getWindowWidth()];
  if (center !== null && width !== null && width > 0) {
    return { center, width };
  }
  const { min, max } = image.getInterpretedData(false, true, 0);
  return windowOf(min, max);
}

function grey(image: DicomImage, frame: number, window: GreyWindow | undefined): ImageData {
  const { data, min, max } = image.getInterpretedData(false, true, frame);
  const shown = window ?? windowOf(min, max);
  const painted = new ImageData(image.getCols(), image.getRows());
  for (let pixel = 0; pixel < painted.width * painted.height; pixel += 1) {
    painted.data.fill(brightness(data[pixel] ?? min, shown), 4 * pixel, 4 * pixel + 3);
    painted.data[4 * pixel + 3] = OPAQUE;
  }
  return painted;
}

function coloured(image: DicomImage, frame: number): ImageData {
  const painted = new ImageData(image.getCols(), image.getRows());
  const pixels = painted.width * painted.height;
  const colours = new Uint8Array(image.getRawData()).subarray(frame * pixels * RED_GREEN_BLUE);
  const [step, plane] = image.getPlanarConfig() === 1 ? [1, pixels] : [RED_GREEN_BLUE, 1];
  for (let pixel = 0; pixel < pixels; pixel += 1) {
    for (let colour = 0; colour < RED_GREEN_BLUE; colour += 1) {
      painted.data[4 * pixel + colour] = colours[pixel * step + colour * plane] ?? 0;
    }
    painted.data[4 * pixel + 3] = OPAQUE;
  }
  return painted;
}
