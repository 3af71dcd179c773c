/** Points of a map, as the server hands them out: the place, the item and the frame of each. */
export interface Points {
  /** Of the map that they lie on. */
  version: number;
  count: number;
  /** x and y of each. */
  places: Float32Array;
  /** Four numbers of 32 bits for each, big-endian: the item's id. */
  ids: DataView;
}

const MAGIC = 0x54504341; // "ACPT", little-endian
const LAYOUT = 1;
const HEAD = 16;
const PLACE = 8;
const ID = 16;

/** Reads `application/vnd.accession.points`. What is no such answer is an error. */
export function readPoints(bytes: ArrayBuffer): Points {
  const head = new DataView(bytes);
  if (bytes.byteLength < HEAD || head.getUint32(0, true) !== MAGIC || head.getUint32(4, true) !== LAYOUT) {
    throw new Error("The server answered with something else than points.");
  }
  const count = head.getUint32(12, true);
  return {
    version: head.getUint32(8, true),
    count,
    places: new Float32Array(bytes, HEAD, 2 * count),
    ids: new DataView(bytes, HEAD + PLACE * count, ID * count),
  };
}

/** The id of the item of a point, as it is written. */
export function idOf({ ids }: Points, point: number): string {
  const digits = Array.from({ length: ID }, (_, at) =>
    ids
      .getUint8(ID * point + at)
      .toString(16)
      .padStart(2, "0"),
  ).join("");
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/** The points of some items. */
export function pointsOf({ ids, count }: Points, items: string[]): number[] {
  const wanted = new Set(items.map((item) => item.replaceAll("-", "").toLowerCase()));
  const ends = new Set([...wanted].map((digits) => Number.parseInt(digits.slice(-8), 16)));
  const found: number[] = [];
  for (let point = 0; ends.size > 0 && point < count; point += 1) {
    if (ends.has(ids.getUint32(ID * point + 12)) && wanted.has(digitsOf(ids, point))) {
      found.push(point);
    }
  }
  return found;
}

function digitsOf(ids: DataView, point: number): string {
  return [0, 4, 8, 12]
    .map((at) =>
      ids
        .getUint32(ID * point + at)
        .toString(16)
        .padStart(8, "0"),
    )
    .join("");
}
