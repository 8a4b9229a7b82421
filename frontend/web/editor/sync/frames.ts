// The frames of the socket, as docs/live.md describes them. Each begins with its kind.

import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";

/** What a frame is about. */
export const KIND = {
  sync: 0,
  awareness: 1,
  queryAwareness: 3,
  ack: 100,
  notice: 101,
  chunk: 102,
  ping: 103,
  pong: 104,
} as const;

/** An update that is longer than this many bytes goes in chunks: the server refuses frames over 64 KiB. */
export const CHUNK = 60 * 1024;
/** What y-protocols calls a message that answers a state vector, and one that carries what is new. */
const STEP_2 = 1;
const UPDATE = 2;

/** The frames that carry an answer to a state vector. */
export function step2Frames(update: Uint8Array): Uint8Array[] {
  return carry(STEP_2, update);
}

/** The frames that carry an update: usually one. */
export function updateFrames(update: Uint8Array): Uint8Array[] {
  return carry(UPDATE, update);
}

/** A frame of a kind, with what `write` puts into it. */
export function frame(kind: number, write: (encoder: encoding.Encoder) => void = () => undefined): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, kind);
    write(encoder);
  });
}

/**
 * A sync message, in one frame or as chunks of its bytes. A message in chunks counts as one update for the
 * acknowledgement.
 */
function carry(step: number, update: Uint8Array): Uint8Array[] {
  const whole = frame(KIND.sync, (encoder) => {
    encoding.writeVarUint(encoder, step);
    encoding.writeVarUint8Array(encoder, update);
  });
  return whole.length <= CHUNK ? [whole] : chunks(update);
}

/** The bare update, cut into pieces: kind, index, how many there are, bytes. */
function chunks(update: Uint8Array): Uint8Array[] {
  const total = Math.ceil(update.length / CHUNK);
  return Array.from({ length: total }, (_, index) =>
    frame(KIND.chunk, (encoder) => {
      encoding.writeVarUint(encoder, index);
      encoding.writeVarUint(encoder, total);
      encoding.writeUint8Array(encoder, update.subarray(index * CHUNK, (index + 1) * CHUNK));
    }),
  );
}

/** Puts the pieces of a chunked update together again; the server does the same. */
export class Assembly {
  private pieces: Uint8Array[] = [];

  /** Takes a piece, and answers the update when it was the last one. */
  add(decoder: decoding.Decoder): Uint8Array | null {
    const index = decoding.readVarUint(decoder);
    const total = decoding.readVarUint(decoder);
    const piece = decoding.readTailAsUint8Array(decoder);
    if (index === 0) this.pieces = [];
    if (index !== this.pieces.length || total === 0) throw new Error("a chunk is missing");
    this.pieces.push(piece);
    if (this.pieces.length < total) return null;
    const whole = new Uint8Array(this.pieces.reduce((length, piece) => length + piece.length, 0));
    this.pieces.reduce((at, piece) => (whole.set(piece, at), at + piece.length), 0);
    this.pieces = [];
    return whole;
  }
}
