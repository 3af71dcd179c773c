/** The values that are shown between black and white, by their middle and how many there are. */
export interface GreyWindow {
  center: number;
  width: number;
}

const WHITE = 255;

/** How bright a value is shown, from 0 to 255: the linear function of DICOM PS3.3 C.11.2.1.2. */
export function brightness(value: number, { center, width }: GreyWindow): number {
  if (width <= 1) {
    return value <= center - 0.5 ? 0 : WHITE;
  }
  const share = (value - (center - 0.5)) / (width - 1) + 0.5;
  return Math.round(Math.min(1, Math.max(0, share)) * WHITE);
}

/** The window from the least to the greatest value. */
export function windowOf(least: number, greatest: number): GreyWindow {
  return { center: (least + greatest + 1) / 2, width: Math.max(1, greatest - least + 1) };
}
