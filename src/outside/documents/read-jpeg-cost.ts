/** What decoding a JPEG costs, as its markers announce it. */
export type JpegCost = {
  readonly width: number;
  readonly height: number;
  /** Samples of all components; subsampled ones count less. */
  readonly samples: number;
  readonly isProgressive: boolean;
  readonly scans: number;
};

/** Far more than any camera or program writes. */
const MOST_MARKERS = 2000;
const [SOI, EOI, SOS, DHT, JPG, DAC, TEM] = [0xd8, 0xd9, 0xda, 0xc4, 0xc8, 0xcc, 0x01];

/**
 * Reads the frame and counts the scans of a JPEG without decoding anything (ITU-T T.81, annex B); `null` when it is none, or has
 * no end of markers.
 */
export function readJpegCost(bytes: Uint8Array): JpegCost | null {
  let frame: Omit<JpegCost, 'scans'> | null = null;
  let scans = 0;
  let place = 0;
  for (let markers = 0; markers < MOST_MARKERS; markers += 1) {
    place = bytes.indexOf(0xff, place);
    if (place < 0 || place + 1 >= bytes.length) return frame && { ...frame, scans };
    const marker = bytes[place + 1] ?? 0;
    if (marker === EOI) return frame && { ...frame, scans };
    if (isAlone(marker)) {
      // Fill bytes, stuffed zeros and restarts stand between entropy-coded data: they are no markers to count.
      place += marker === 0xff ? 1 : 2;
      markers -= marker === SOI ? 0 : 1;
      continue;
    }
    const length = ((bytes[place + 2] ?? 0) << 8) | (bytes[place + 3] ?? 0);
    if (length < 2) return null;
    if (isFrame(marker)) {
      if (frame !== null) return null;
      frame = readFrame(bytes.subarray(place + 4, place + 2 + length), marker);
      if (frame === null) return null;
    }
    if (marker === SOS) scans += 1;
    place += 2 + length;
  }
  return frame && { ...frame, scans: MOST_MARKERS };
}

function isAlone(marker: number): boolean {
  return (
    marker === 0 || marker === 0xff || marker === SOI || marker === TEM || (marker >= 0xd0 && marker <= 0xd7)
  );
}

function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== DHT && marker !== JPG && marker !== DAC;
}

function readFrame(content: Uint8Array, marker: number): Omit<JpegCost, 'scans'> | null {
  const [, high = 0, low = 0, wide = 0, narrow = 0, count = 0] = content;
  const [height, width] = [(high << 8) | low, (wide << 8) | narrow];
  const factors = Array.from({ length: count }, (_, index) => content[7 + 3 * index] ?? 0);
  const sampling = factors.map((each) => [each >> 4, each & 15] as const);
  if (count === 0 || count > 4 || sampling.some(([h, v]) => h === 0 || h > 4 || v === 0 || v > 4))
    return null;
  const widest = Math.max(...sampling.map(([h]) => h));
  const tallest = Math.max(...sampling.map(([, v]) => v));
  const share = sampling.reduce((sum, [h, v]) => sum + (h * v) / (widest * tallest), 0);
  // SOF2, SOF6, SOF10 and SOF14 are progressive.
  return { width, height, samples: width * height * share, isProgressive: (marker & 3) === 2 };
}
