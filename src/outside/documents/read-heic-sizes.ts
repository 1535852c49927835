type Size = { readonly width: number; readonly height: number };

const MOST_BOXES = 10_000;

/**
 * The sizes that a HEIC file announces: every `ispe` property (ISO/IEC 23008-12, 6.5.3), which stands in
 * `meta`/`iprp`/`ipco`. None when the boxes do not fit into each other.
 */
export function readHeicSizes(bytes: Uint8Array): readonly Size[] {
  const file = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const within = (outer: readonly DataView[], name: string) =>
    outer.flatMap((each) => boxesIn(each).filter((box) => box.name === name)).map(({ content }) => content);
  const meta = within([file], 'meta').map((content) => behind(content, 4));
  const sizes = within(within(within(meta, 'iprp'), 'ipco'), 'ispe');
  return sizes
    .filter((content) => content.byteLength >= 12)
    .map((content) => ({ width: content.getUint32(4), height: content.getUint32(8) }));
}

type Box = { readonly name: string; readonly content: DataView };

function boxesIn(view: DataView): readonly Box[] {
  const found: Box[] = [];
  let place = 0;
  while (view.byteLength - place >= 8) {
    const box = behind(view, place);
    const short = box.getUint32(0);
    const isLong = short === 1;
    if (isLong && box.byteLength < 16) return [];
    const length = isLong ? Number(box.getBigUint64(8)) : short === 0 ? box.byteLength : short;
    const head = isLong ? 16 : 8;
    if (length < head || length > box.byteLength || found.length === MOST_BOXES) return [];
    const name = String.fromCharCode(box.getUint8(4), box.getUint8(5), box.getUint8(6), box.getUint8(7));
    found.push({ name, content: new DataView(view.buffer, box.byteOffset + head, length - head) });
    place += length;
  }
  return found;
}

function behind(view: DataView, place: number): DataView {
  const start = Math.min(place, view.byteLength);
  return new DataView(view.buffer, view.byteOffset + start, view.byteLength - start);
}
