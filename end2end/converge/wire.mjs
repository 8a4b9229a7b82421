// The frames of docs/live.md, as a client makes and reads them.

import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";

export const SCHEMA = 1;

/** No frame may be larger; an update that is comes in chunks. */
const FRAME_MAX = 60_000;

function frame(write) {
  const encoder = encoding.createEncoder();
  write(encoder);
  return encoding.toUint8Array(encoder);
}

function sync(step, bytes) {
  return frame((encoder) => {
    encoding.writeVarUint(encoder, 0);
    encoding.writeVarUint(encoder, step);
    encoding.writeVarUint8Array(encoder, bytes);
  });
}

export const step1 = (vector) => sync(0, vector);

/** The frames of an update: one, or as many as it takes when each chunk has at most `size` bytes. */
export function update(step, bytes, size = FRAME_MAX) {
  if (bytes.length <= size) return [sync(step, bytes)];
  const total = Math.ceil(bytes.length / size);
  return Array.from({ length: total }, (_, index) =>
    frame((encoder) => {
      encoding.writeVarUint(encoder, 102);
      encoding.writeVarUint(encoder, index);
      encoding.writeVarUint(encoder, total);
      encoding.writeUint8Array(encoder, bytes.subarray(index * size, (index + 1) * size));
    }),
  );
}

/** What the server says: { step, bytes }, { ack } or something else that a test does not need. */
export function read(bytes) {
  const decoder = decoding.createDecoder(bytes);
  const kind = decoding.readVarUint(decoder);
  if (kind === 0) {
    const step = decoding.readVarUint(decoder);
    return { step, bytes: decoding.readVarUint8Array(decoder) };
  }
  return kind === 100 ? { ack: decoding.readVarUint(decoder) } : { kind };
}
