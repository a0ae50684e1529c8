import { inflateRawSync } from 'node:zlib';

const endMark = 0x06054b50;

/** The text of one file in a zip, found by its directory (https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT). */
export function textInZip(zip: Buffer, wanted: string): string {
  const end = lastIndexOf(zip, endMark);
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((place) => zip.readUInt16LE(at + place));
    const name = zip.toString('utf8', at + 46, at + 46 + (nameLength ?? 0));
    if (name === wanted) return contentAt(zip, zip.readUInt32LE(at + 42), zip.readUInt32LE(at + 20));
    at += 46 + (nameLength ?? 0) + (extraLength ?? 0) + (commentLength ?? 0);
  }
  throw new Error(`The zip has no ${wanted}`);
}

function contentAt(zip: Buffer, header: number, size: number): string {
  const begin = header + 30 + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28);
  const packed = zip.subarray(begin, begin + size);
  const isStored = zip.readUInt16LE(header + 8) === 0;
  return (isStored ? packed : inflateRawSync(packed)).toString('utf8');
}

function lastIndexOf(zip: Buffer, mark: number): number {
  for (let at = zip.length - 22; at >= 0; at -= 1) if (zip.readUInt32LE(at) === mark) return at;
  throw new Error('This is no zip');
}
