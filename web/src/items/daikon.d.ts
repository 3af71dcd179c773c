/** What is used of the library, which brings no types. */
declare module "daikon" {
  export interface DicomImage {
    getCols(): number;
    getRows(): number;
    getNumberOfFrames(): number;
    getNumberOfSamplesPerPixel(): number;
    getPhotometricInterpretation(): string | null;
    getPlanarConfig(): number | null;
    getWindowCenter(): number | null;
    getWindowWidth(): number | null;
    getRawData(): ArrayBuffer;
    getInterpretedData(asArray: false, asObject: true, frame: number): { data: Float32Array; min: number; max: number };
    hasPixelData(): boolean;
  }

  export const Series: { parseImage(data: DataView): DicomImage | null };
}
